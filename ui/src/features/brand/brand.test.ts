import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { memory } from '../../ipc/memory';
import { stage } from '../../testing/stage';
import BrandDialog from './BrandDialog.svelte';

async function open() {
  const [onclose, oncreated] = [vi.fn(), vi.fn()];
  const { backend } = await stage(BrandDialog as never, () => ({ onclose, oncreated }), memory());
  await screen.findByLabelText('Nom');
  return { backend, onclose, oncreated, user: userEvent.setup() };
}
const field = (label: string) =>
  screen.getByLabelText<HTMLInputElement>(label, { exact: false, selector: 'input[type=text]' });

describe('a new brand', () => {
  test('is created with all that was typed', async () => {
    const { user, oncreated, onclose, backend } = await open();
    backend.chosenPictures = ['/home/ada/noroit.svg'];
    await user.type(field('Nom'), ' Atelier Noroît ');
    await user.type(field('Accroche'), 'Bois, Brest');
    await user.click(screen.getByRole('button', { name: 'Choisir un fichier…' }));
    await user.click(screen.getByRole('button', { name: 'Créer la marque' }));
    expect(oncreated).toHaveBeenCalledWith(expect.objectContaining({ name: 'Atelier Noroît', tagline: 'Bois, Brest' }));
    expect(onclose).toHaveBeenCalledOnce();
  });

  test('says in place that the name is missing, and takes the person there', async () => {
    const { user, oncreated } = await open();
    await user.click(screen.getByRole('button', { name: 'Créer la marque' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Il manque le nom de la marque.');
    expect(document.activeElement).toBe(field('Nom'));
    expect(oncreated).not.toHaveBeenCalled();
  });

  test('says which colour is wrong, and loses nothing', async () => {
    const { user } = await open();
    await user.type(field('Nom'), 'Noroît');
    await user.clear(field('Couleur secondaire'));
    await user.type(field('Couleur secondaire'), 'azur');
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('«\u202fazur\u202f» n’est pas une couleur.');
    expect(field('Couleur secondaire').getAttribute('aria-invalid')).toBe('true');
    expect(field('Couleur principale').getAttribute('aria-invalid')).toBeNull();
    expect(field('Nom').value).toBe('Noroît');
  });

  test('says that a file cannot be a logo', async () => {
    const { user, backend } = await open();
    backend.chosenPictures = ['/home/ada/notes.txt'];
    await user.type(field('Nom'), 'Noroît');
    await user.click(screen.getByRole('button', { name: 'Choisir un fichier…' }));
    await user.click(screen.getByRole('button', { name: 'Créer la marque' }));
    expect((await screen.findByRole('alert')).textContent).toContain('notes.txt');
    expect(screen.getByText('notes.txt')).toBeTruthy();
  });

  test('takes a logo dropped on its place, and only there', async () => {
    const { backend } = await open();
    const place = screen.getByText(/déposez-le ici/).parentElement!;
    place.getBoundingClientRect = () => new DOMRect(100, 100, 200, 50);
    backend.drop({ kind: 'drop', paths: ['/home/ada/ailleurs.svg'], x: 10, y: 10 });
    backend.drop({ kind: 'drop', paths: ['/home/ada/noroit.svg'], x: 150, y: 120 });
    expect(await screen.findByText('noroit.svg')).toBeTruthy();
    expect(screen.queryByText('ailleurs.svg')).toBeNull();
  });

  test('closes on Escape', async () => {
    const { user, onclose } = await open();
    await user.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
  });
});

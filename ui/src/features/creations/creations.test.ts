import { screen, within, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memory, type MemoryBackend } from '../../ipc/memory';
import { Shelf } from '../../lib/shelf.svelte';
import { stage } from '../../testing/stage';
import Creations from './Creations.svelte';
import NewCreation from './NewCreation.svelte';
import { starter } from './starter';

const [onopen, oncreate] = [vi.fn(), vi.fn()];
beforeEach(() => vi.clearAllMocks());

async function open(backend: MemoryBackend = memory({ library: 'sample' })) {
  const brand = backend.library.brands[0]!.id;
  const shelf = new Shelf(backend, brand);
  const { session } = await stage(Creations as never, () => ({ shelf, onopen, oncreate }), backend);
  return { backend, session, brand, user: userEvent.setup() };
}
const card = (title: string) => screen.getByText(title, { selector: 'b' }).closest<HTMLElement>('[data-card]')!;
const titles = () => screen.getAllByText(/./, { selector: 'b' }).map((title) => title.textContent);

async function choose(user: ReturnType<typeof userEvent.setup>, title: string, line: string) {
  await user.click(screen.getByRole('button', { name: `Actions sur «\u202f${title}\u202f»` }));
  await user.click(await screen.findByRole('menuitem', { name: line }));
}

describe('the creations', () => {
  test('say what they are', async () => {
    await open();
    await screen.findByText('Oui, vos bols vont au four');
    const item = card('Oui, vos bols vont au four').closest('li')!;
    expect(within(item).getByText(/7 vues · il y a \d+ min/)).toBeTruthy();
  });

  test('open on Enter and on a double click', async () => {
    const { user, backend, brand } = await open();
    await screen.findByText('Vingt essais, un hiver');
    const [latest] = backend.library.cards(brand);
    card('Oui, vos bols vont au four').focus();
    await user.keyboard('{Enter}');
    await user.dblClick(card('Oui, vos bols vont au four'));
    expect(onopen.mock.calls).toEqual([[latest!.id], [latest!.id]]);
  });

  test('go to the bin and come back', async () => {
    const { user, session } = await open();
    await screen.findByText('Vingt essais, un hiver');
    card('Vingt essais, un hiver').focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(titles()).not.toContain('Vingt essais, un hiver'));
    const [toast] = session.toasts.shown;
    expect(toast?.message).toBe('«\u202fVingt essais, un hiver\u202f» est à la corbeille');
    await toast?.action?.run();
    await waitFor(() => expect(titles()).toContain('Vingt essais, un hiver'));
  });

  test('keep the charter of the day once they are published, until they are taken up again', async () => {
    const { user, backend } = await open();
    const title = 'Vingt essais, un hiver';
    await screen.findByText(title);
    const stored = () => backend.library.documents.find((document) => document.card().title === title)!;
    await choose(user, title, 'Marquer comme publiée');
    expect(await screen.findByText('Publiée,')).toBeTruthy();
    expect(stored().published).toBe(true);
    await choose(user, title, 'Reprendre');
    await waitFor(() => expect(screen.queryByText('Publiée,')).toBeNull());
    expect(stored().published).toBe(false);
  });

  test('leave the focus to their neighbour when they go', async () => {
    const { user } = await open();
    await screen.findByText('Vingt essais, un hiver');
    card('Oui, vos bols vont au four').focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(document.activeElement).toBe(card('Vingt essais, un hiver')));
  });

  test('are renamed in place; Escape gives up', async () => {
    const { user } = await open();
    await screen.findByText('On cuit deux fois');
    card('On cuit deux fois').focus();
    await user.keyboard('{F2}Autre{Escape}');
    expect(titles()).toContain('On cuit deux fois');
    card('On cuit deux fois').focus();
    await user.keyboard('{F2}On cuit trois fois{Enter}');
    await waitFor(() => expect(titles()).toContain('On cuit trois fois'));
  });

  test('are duplicated', async () => {
    const { user, backend, brand } = await open();
    await screen.findByText('On cuit deux fois');
    await choose(user, 'On cuit deux fois', 'Dupliquer');
    await waitFor(() => expect(titles().filter((title) => title === 'On cuit deux fois')).toHaveLength(2));
    expect(backend.library.cards(brand)[0]!.title).toBe('On cuit deux fois');
  });

  test('give their plan to the clipboard', async () => {
    const { user, session } = await open();
    await screen.findByText('On cuit deux fois');
    await choose(user, 'On cuit deux fois', 'Copier le plan');
    await waitFor(() => expect(session.toasts.shown[0]?.message).toContain('copié'));
    expect(await navigator.clipboard.readText()).toContain('# On cuit deux fois');
  });

  test('say what failed and stay as they were', async () => {
    const { user, backend, session } = await open();
    await screen.findByText('On cuit deux fois');
    backend.refuse('trashDocument', { code: 'notFound', parameters: {} });
    await choose(user, 'On cuit deux fois', 'Mettre à la corbeille');
    await waitFor(() => expect(session.toasts.shown[0]?.kind).toBe('problem'));
    expect(titles()).toContain('On cuit deux fois');
  });

  test('are reached with the arrows, one Tab stop for all', async () => {
    const { user } = await open();
    await screen.findByText('Vingt essais, un hiver');
    card('Oui, vos bols vont au four').focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(card('Vingt essais, un hiver'));
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1);
  });

  test('invite to the first one', async () => {
    const backend = memory();
    await backend.call('createBrand', {
      name: 'Noroît',
      tagline: '',
      primary: '#123',
      secondary: '#fff',
      logo: null,
      fontPair: '',
    });
    const { user } = await open(backend);
    await screen.findByText('Les créations de Noroît seront ici.');
    await user.click(screen.getAllByRole('button', { name: /Nouvelle création/ })[1]!);
    expect(oncreate).toHaveBeenCalledOnce();
  });

  test('are asked for again after a failure', async () => {
    const backend = memory({ library: 'sample' });
    backend.refuse('documents', { code: 'internal', parameters: { detail: 'disk' } });
    const { user } = await open(backend);
    await screen.findByText('Les créations n’ont pas pu être lues');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByText('Oui, vos bols vont au four')).toBeTruthy();
  });
});

describe('a new creation', () => {
  test('opens on a cover with its title', async () => {
    const backend = memory({ library: 'sample' });
    const shelf = new Shelf(backend, backend.library.brands[0]!.id);
    const oncreated = vi.fn();
    await stage(NewCreation as never, () => ({ shelf, onclose: vi.fn(), oncreated }), backend);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText(/^Titre/), 'Trois bols{Enter}');
    await waitFor(() => expect(oncreated).toHaveBeenCalledOnce());
    const { title, pages } = await backend.call('openDocument', { document: oncreated.mock.calls[0]![0] });
    expect([title, pages.map((page) => [page.layout, page.title])]).toEqual(['Trois bols', [['cover', 'Trois bols']]]);
  });

  test('starts from the plan that is pasted, named after its first line', () => {
    expect(starter('', '# Un {cover}\nTexte\n\n# Deux', 'Sans titre')).toEqual({
      title: 'Un',
      outline: '# Un {cover}\nTexte\n\n# Deux',
    });
    expect(starter(' Nom ', '# Un', 'Sans titre').title).toBe('Nom');
    expect(starter('', '', 'Sans titre')).toEqual({ title: 'Sans titre', outline: null });
  });
});

import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { drawer, onopen, openLibrary, option, sizeTheWall, stored, wall } from '../../../testing/library';

sizeTheWall();

describe('the drawer', () => {
  async function openOn(name: string) {
    const opened = await openLibrary();
    await opened.user.click(await option(new RegExp(`^${name}`)));
    const place = within(await drawer(name));
    await place.findByText('Droits');
    return { ...opened, place };
  }

  test('keeps the text and the rights that are written in it', async () => {
    const { user, backend, place } = await openOn('etagere-sechage.jpg');
    const alt = await place.findByRole('textbox', { name: 'Texte alternatif' });
    await user.clear(alt);
    await user.type(alt, 'Des bols.');
    await user.type(place.getByRole('textbox', { name: 'Crédit' }), 'Anne{Enter}');
    await user.type(place.getByRole('textbox', { name: 'Jusqu’au' }), '31/12/2038{Enter}');
    await waitFor(() => {
      const { alt: kept, rights } = stored(backend, 'etagere-sechage.jpg');
      expect([kept, rights.credit, rights.until]).toEqual(['Des bols.', 'Anne', '2038-12-31']);
    });
    expect(place.getByDisplayValue('31 décembre 2038')).toBeTruthy();
    expect(place.getByText('9 / 250')).toBeTruthy();
  });

  test('says when a date cannot be read, and keeps what was written', async () => {
    const { user, backend, place } = await openOn('etagere-sechage.jpg');
    await user.type(await place.findByRole('textbox', { name: 'Jusqu’au' }), 'bientôt{Enter}');
    expect((await place.findByRole('alert')).textContent).toContain('31/12/2028');
    expect(place.getByDisplayValue('bientôt')).toBeTruthy();
    expect(stored(backend, 'etagere-sechage.jpg').rights.until).toBeNull();
  });

  test('moves the focal point with the arrows, after F', async () => {
    const { user, backend } = await openOn('etagere-sechage.jpg');
    (await wall()).focus();
    await user.keyboard('f');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Point focal'));
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => {
      const { focusX, focusY } = stored(backend, 'etagere-sechage.jpg');
      expect([focusX, focusY]).toEqual([0.54, 0.6]);
    });
  });

  test('adds and takes away subjects, completing those known', async () => {
    const { user, backend, place } = await openOn('etagere-sechage.jpg');
    await user.type(await place.findByRole('combobox', { name: 'Ajouter un sujet' }), 'vas{ArrowDown}{Enter}');
    await waitFor(() => expect(stored(backend, 'etagere-sechage.jpg').tags).toContain('Vases'));
    await user.click(place.getByRole('button', { name: 'Retirer le sujet Atelier' }));
    await waitFor(() => expect(stored(backend, 'etagere-sechage.jpg').tags).toEqual(['Bols', 'Vases']));
  });

  test('names the creations to review when a consent is withdrawn', async () => {
    const { user, place } = await openOn('bols-empiles.jpg');
    await user.click(await place.findByRole('button', { name: 'Ajouter un accord' }));
    await user.click(await screen.findByRole('button', { name: 'Ajouter' }));
    expect(await screen.findByText('Il manque le nom de la personne.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Personne' }), 'Léa Morvan{Enter}');
    await user.click(await place.findByRole('button', { name: 'Retirer' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Retirer' }));
    const dialog = await screen.findByRole('dialog', { name: 'Créations à revoir' });
    await user.click(within(dialog).getAllByRole('button', { name: 'Ouvrir' })[0]!);
    expect(onopen).toHaveBeenCalledOnce();
    expect(await within(await option(/^bols-empiles\.jpg/)).findByText('Accord retiré')).toBeTruthy();
  });

  test('starts a creation with its file', async () => {
    const { user, backend, place } = await openOn('estran.jpg');
    await user.click(place.getByRole('button', { name: 'Créer un visuel' }));
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    const { title, pages } = backend.library.document(onopen.mock.calls[0]![0]).view();
    expect([title, pages[0]!.picture?.asset]).toEqual(['estran', stored(backend, 'estran.jpg').id]);
  });

  test('leads to what looks alike', async () => {
    const { user, desk, place } = await openOn('estran.jpg');
    await user.click(await place.findByRole('button', { name: 'Voir tout' }));
    expect(await screen.findByRole('button', { name: 'Retirer le filtre Images semblables' })).toBeTruthy();
    await waitFor(() => expect(desk.search.list.total).toBe(24));
  });
});

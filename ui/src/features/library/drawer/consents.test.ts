import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { drawer, openLibrary, option, sizeTheWall, stored } from '../../../testing/library';

sizeTheWall();

const NAME = 'bols-empiles.jpg';

async function openDrawer() {
  const opened = await openLibrary();
  await opened.user.click(await option(new RegExp(`^${NAME}`)));
  const place = within(await drawer(NAME));
  await place.findByText('Droits');
  const kept = () => stored(opened.backend, NAME).consents[0];
  return { ...opened, place, kept };
}

/** The form of a new consent, with a document joined to it. */
async function openForm(path = '/papiers/accord.pdf') {
  const opened = await openDrawer();
  await opened.user.click(await opened.place.findByRole('button', { name: 'Ajouter un accord' }));
  await opened.user.type(await screen.findByRole('textbox', { name: 'Personne' }), 'Léa Morvan');
  opened.backend.chosenFiles = [path];
  await opened.user.click(screen.getByRole('button', { name: 'Joindre le document signé…' }));
  return { ...opened, form: within(screen.getByRole('dialog')) };
}

describe('the signed document of a consent', () => {
  test('is joined, named in the drawer and opened', async () => {
    const { user, backend, place, form, kept } = await openForm();
    expect(await form.findByText('accord.pdf')).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Retirer le document');
    await user.type(form.getByRole('textbox', { name: /^Preuve/ }), 'Dossier RH');
    await user.click(form.getByRole('button', { name: 'Ajouter' }));
    await user.click(await place.findByRole('button', { name: 'Ouvrir le document signé «\u202faccord.pdf\u202f»' }));
    expect([kept()?.document, kept()?.file?.name]).toEqual(['Dossier RH', 'accord.pdf']);
    expect(backend.assets.openedDocuments).toEqual([kept()?.id]);
  });

  test('is not kept when it is taken away again, nor when none was chosen', async () => {
    const { user, backend, form, kept } = await openForm();
    await user.click(await form.findByRole('button', { name: 'Retirer le document' }));
    const join = form.getByRole('button', { name: 'Joindre le document signé…' });
    expect(document.activeElement).toBe(join);
    backend.chosenFiles = [];
    await user.click(join);
    await user.click(form.getByRole('button', { name: 'Ajouter' }));
    await waitFor(() => expect(kept()?.file).toBeNull());
  });

  test('says where it is chosen why it is refused, and what to do', async () => {
    const { user, backend, form, kept } = await openForm('/papiers/film.mov');
    backend.refuse('saveConsent', { code: 'proofTooLarge', parameters: { path: '/papiers/film.mov', limit: '50' } });
    await user.click(form.getByRole('button', { name: 'Ajouter' }));
    expect((await form.findByRole('alert')).textContent).toBe(
      'Le document «\u202ffilm.mov\u202f» pèse plus de 50\u00a0Mo. Rien n’a changé. Joignez un PDF ou une photo plus légère.',
    );
    expect(kept()).toBeUndefined();
    await user.click(form.getByRole('button', { name: 'Retirer le document' }));
    expect(form.queryByRole('alert')).toBeNull();
  });

  test('is joined to a consent that is there, and stays when other words change', async () => {
    const { user, place, form, kept } = await openForm();
    await user.click(form.getByRole('button', { name: 'Ajouter' }));
    await user.click(await place.findByRole('button', { name: 'Modifier l’accord de Léa Morvan' }));
    const again = within(await screen.findByRole('dialog', { name: 'Modifier l’accord' }));
    expect(again.getByText('accord.pdf')).toBeTruthy();
    await user.type(again.getByRole('textbox', { name: /^Jusqu’au/ }), '31/12/2038');
    await user.click(again.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect([kept()?.until, kept()?.file?.name]).toEqual(['2038-12-31', 'accord.pdf']));
    expect(kept()?.person).toBe('Léa Morvan');
  });
});

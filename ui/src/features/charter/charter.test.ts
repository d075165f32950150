import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { memory } from '../../ipc/memory';
import { changed, closeTheCharter, draftBar, openCharter, part } from '../../testing/charter';

closeTheCharter();

const field = (name: string | RegExp) => screen.findByRole('textbox', { name });
const statement = () => field('Le ton en une phrase');

describe('a draft', () => {
  test('is kept as it is written, and says how much it changes', async () => {
    const { user, kept } = await openCharter();
    await user.type(await statement(), ' Toujours.');
    await changed(1);
    expect(kept().editorial.tone.statement).toMatch(/vendeuse\. Toujours\.$/);
  });

  test('is undone and redone by the keys, a word at a time', async () => {
    const { user, kept } = await openCharter();
    const before = kept().editorial.tone.statement;
    await user.type(await statement(), ' Oui.');
    await changed(1);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(kept().editorial.tone.statement).toBe(before));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Brouillon' })).toBeNull());
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(kept().editorial.tone.statement).toBe(`${before} Oui.`));
  });

  test('is shown in the proof', async () => {
    const { user, backend, brand } = await openCharter();
    await screen.findByRole('complementary', { name: 'Épreuve' });
    const stamp = () => backend.charters.proof(brand, 0)[0]!.stamp;
    const before = stamp();
    await user.click(screen.getByRole('button', { name: /Lichen.*Vif/s }));
    const hex = await field('Valeur');
    await user.clear(hex);
    await user.type(hex, '#ff8800');
    await changed(1);
    expect(stamp()).not.toBe(before);
  });

  test('is discarded, and comes back', async () => {
    const { user, kept, session } = await openCharter();
    await user.type(await statement(), ' Oui.');
    await changed(1);
    await user.click(within(await draftBar()).getByRole('button', { name: 'Abandonner' }));
    await waitFor(() => expect(kept().editorial.tone.statement).not.toMatch(/Oui/));
    await session.toasts.shown[0]!.action!.run();
    await waitFor(() => expect(kept().editorial.tone.statement).toMatch(/Oui/));
  });

  test('that does not hold is refused in words, with the way back', async () => {
    const { user, backend, kept } = await openCharter();
    const before = kept().editorial.tone.statement;
    backend.refuse('saveCharter', { code: 'badCharter', parameters: { detail: 'une faute' } });
    await user.type(await statement(), ' Oui.');
    await waitFor(async () => expect((await draftBar()).textContent).toContain('La charte ne tient pas ainsi.'));
    await user.click(screen.getByRole('button', { name: 'Annuler la retouche' }));
    await waitFor(() => expect(screen.queryByText('Retouche non gardée.')).toBeNull());
    expect(kept().editorial.tone.statement).toBe(before);
  });
});

describe('putting a draft in force', () => {
  test('tells what changes, what will look different and what will not', async () => {
    const { user, backend, kept } = await openCharter();
    backend.library.documents[0]!.published = true;
    await user.click(await screen.findByRole('button', { name: /Lichen.*Vif/s }));
    const name = await field('Nom');
    await user.clear(name);
    await user.type(name, 'Mousse');
    await changed(1);
    await user.keyboard('{Escape}');
    await user.click(within(await draftBar()).getByRole('button', { name: 'Voir ce qui change' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Ce qui change' }));
    expect(dialog.getByText('Vif, nom')).toBeTruthy();
    expect(dialog.getByText('7 créations changent d’aspect')).toBeTruthy();
    expect(dialog.getByText('1 création publiée garde la charte de son jour.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: /Nom de cette version/ }), 'Printemps');
    await user.click(dialog.getByRole('button', { name: 'Appliquer' }));
    const versions = await part('Versions');
    expect(await versions.findByText('Printemps')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Brouillon' })).toBeNull();
    expect(kept().colors.vivid.name).toBe('Mousse');
  });

  test('keeps the one before, to compare with and to take up again', async () => {
    const backend = memory({ library: 'sample' });
    const { id } = backend.library.brands[0]!;
    const before = structuredClone(backend.charters.view(id).charter);
    backend.charters.save(id, { ...before, tagline: 'Céramique' });
    backend.charters.apply(id, '');
    const { user, kept } = await openCharter(backend);
    await user.click(await screen.findByRole('button', { name: 'Comparer avec la version 1' }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Version 1, / }));
    expect(await dialog.findByText('Activité')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Reprendre' }));
    await waitFor(() => expect(kept().tagline).toBe(before.tagline));
    expect(await draftBar()).toBeTruthy();
  });
});

describe('the charter of a brand', () => {
  test('that is new invites to fill it, and shows a specimen', async () => {
    const backend = memory();
    const colours = { primary: '#1f3d36', secondary: '#c9cb62' };
    await backend.call('createBrand', { name: 'Neuve', tagline: '', logo: null, fontPair: '', ...colours });
    await openCharter(backend);
    expect(await screen.findByText(/Aucune paire pour l’instant/)).toBeTruthy();
    expect(await screen.findByText(/Aucun logo/)).toBeTruthy();
    expect(await screen.findByText(/Aucun pilier/)).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('img').length).toBeGreaterThan(3));
  });

  test('is asked for again after a failure', async () => {
    const backend = memory({ library: 'sample' });
    backend.refuse('charter', { code: 'internal', parameters: { detail: 'disk' } });
    const { user } = await openCharter(backend);
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByRole('heading', { name: 'Couleurs' })).toBeTruthy();
  });

  test('is kept though its proof cannot be made', async () => {
    const { user, backend, kept } = await openCharter();
    const field = await statement();
    backend.refuse('proof', { code: 'missingFile', parameters: { path: 'Marque.otf' } });
    await user.type(field, ' Oui.');
    expect(await screen.findByText('L’épreuve n’est pas à jour')).toBeTruthy();
    expect(kept().editorial.tone.statement).toMatch(/Oui/);
    expect((await draftBar()).textContent).not.toContain('Retouche non gardée');
  });

  test('says what it leaves to be desired', async () => {
    const backend = memory({ library: 'sample' });
    const brand = backend.library.brands[0]!.id;
    const charter = structuredClone(backend.charters.view(brand).charter);
    charter.colors.vivid.value = '#7a7a7a';
    backend.charters.save(brand, charter);
    await openCharter(backend);
    expect(await screen.findByText(/Texte sur Lichen/)).toBeTruthy();
  });

  test('is given out in the forms that are asked for', async () => {
    const { user, backend } = await openCharter();
    await screen.findByRole('heading', { name: 'Couleurs' });
    await user.click(screen.getByRole('button', { name: 'Partager…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Partager la charte de Marée Basse' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Variables CSS' }));
    await user.click(dialog.getByRole('button', { name: 'Écrire 2 fichiers' }));
    expect(await dialog.findByText('Marée Basse.css')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Ouvrir le dossier' }));
    expect(backend.openedFolders).toEqual(['/home/ada/Images']);
  });
});

describe('colours read from a file', () => {
  test('become roles once they are taken', async () => {
    const { user, backend, kept } = await openCharter();
    backend.chosenFiles = ['/palettes/hiver.ase'];
    await user.click(await screen.findByRole('button', { name: /Extraire/ }));
    await user.click(await screen.findByRole('menuitem', { name: /D’un fichier/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /hiver\.ase/ }));
    expect(dialog.getByText('ajustée pour que le texte se lise')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Prendre ces couleurs' }));
    await waitFor(() => expect(kept().colors.vivid.name).toBe('Coque'));
  });
});

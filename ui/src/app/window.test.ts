import { screen, within, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWindow } from '../testing/stage';

beforeEach(() => {
  document.documentElement.removeAttribute('data-theme');
});

describe('the window', () => {
  test('goes where the rail and the digits say', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    await user.click(await screen.findByRole('button', { name: 'Créations' }));
    expect(screen.getByRole('heading', { name: 'Créations' })).toBeTruthy();
    await user.keyboard('{Control>}1{/Control}');
    expect(screen.getByRole('heading', { name: 'Marée Basse' })).toBeTruthy();
  });

  test('goes to the library and to the settings with their keys', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    await screen.findByRole('heading', { name: 'Marée Basse' });
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByRole('heading', { name: 'Bibliothèque' })).toBeTruthy();
    await user.keyboard('{Control>},{/Control}');
    expect(await screen.findByRole('heading', { name: 'Réglages' })).toBeTruthy();
  });

  test('finds the library as it was left', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    await user.keyboard('{Control>}3{/Control}');
    await user.click(await screen.findByRole('button', { name: /^Dessins/ }));
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByRole('heading', { name: 'Marée Basse' });
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByRole('button', { name: 'Retirer le filtre Dessins' })).toBeTruthy();
    expect(await screen.findByText('13 dessins')).toBeTruthy();
  });

  test('undoes what was done to the charter before a look elsewhere', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    const brand = backend.library.brands[0]!.id;
    const statement = () => backend.charters.view(brand).charter.editorial.tone.statement;
    await screen.findByRole('heading', { name: 'Marée Basse' });
    await user.keyboard('{Control>}4{/Control}');
    await user.type(await screen.findByLabelText('Le ton en une phrase'), ' Oui.');
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(statement()).toMatch(/Oui\.$/));
    await user.keyboard('{Control>}4{/Control}');
    await screen.findByLabelText('Le ton en une phrase');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(statement()).not.toMatch(/Oui\.$/));
  });

  test('gives a page a picture of the library', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    const { id } = backend.library.documents[0]!.card();
    await user.keyboard('{Control>}2{/Control}');
    await user.dblClick(await screen.findByText('Oui, vos bols vont au four', { selector: 'b' }));
    await user.click(await screen.findByTestId('picture-library'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Choisir dans la bibliothèque' }));
    await user.click(await dialog.findByRole('option', { name: /^estran\.jpg/ }));
    await user.click(dialog.getByRole('button', { name: 'Utiliser' }));
    const asset = backend.assets.all.find(({ name }) => name === 'estran.jpg')!.id;
    await waitFor(() => expect(backend.library.document(id).view().pages[0]!.picture?.asset).toBe(asset));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('tells of an import that ends while the person is elsewhere', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    await screen.findByRole('heading', { name: 'Marée Basse' });
    await backend.call('startImport', { brand: backend.library.brands[0]!.id, paths: ['/p/noel.jpg'] });
    expect(await screen.findByText('1 média importé')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Voir' }));
    expect(await screen.findByRole('heading', { name: 'Bibliothèque' })).toBeTruthy();
  });

  test('says in its title whom it works for', async () => {
    const backend = openWindow({ library: 'sample' });
    await waitFor(() => expect(backend.windowTitle).toBe('Marée Basse · Planche'));
  });

  test('changes language at once and keeps the choice', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    await user.click(await screen.findByRole('button', { name: 'Langue' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'English' }));
    expect(await screen.findByRole('button', { name: 'Creations' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    expect(backend.library.preferences.language).toBe('en');
  });

  test('shows the theme that was asked for', async () => {
    openWindow({ preferences: { theme: 'dark' } });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  });

  test('switches brand and remembers it', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    await user.click(await screen.findByRole('button', { name: /Changer de marque/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: /Rustine/ }));
    expect(await screen.findByRole('heading', { name: 'Rustine' })).toBeTruthy();
    expect(backend.library.preferences.brand).toBe(backend.library.brands.find(({ name }) => name === 'Rustine')!.id);
  });

  test('copies a brand, and goes on with the copy', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    await user.click(await screen.findByRole('button', { name: /Changer de marque/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Dupliquer la marque' }));
    expect(await screen.findByText(/Ses créations restent avec l’original/)).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Charte' })).toBeTruthy();
  });

  test('takes in a brand that was given out, and nothing when no file is chosen', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    const ask = async () => {
      await user.click(await screen.findByRole('button', { name: /Changer de marque/ }));
      await user.click(await screen.findByRole('menuitem', { name: 'Importer une marque…' }));
    };
    await ask();
    expect(backend.library.brands).toHaveLength(2);
    backend.chosenFiles = ['/partage/Rustine.planche'];
    await ask();
    expect(await screen.findByText(/est dans votre bibliothèque/)).toBeTruthy();
    expect(backend.library.brands).toHaveLength(3);
  });

  test('lists the shortcuts of the actions in reach', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    await screen.findByRole('heading', { name: 'Marée Basse' });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Raccourcis' });
    expect(within(sheet).getByText('Changer de marque')).toBeTruthy();
  });

  test('follows what changes elsewhere', async () => {
    const backend = openWindow();
    await screen.findByRole('heading', { name: 'Tout commence par une marque.' });
    backend.library.installSamples();
    backend.tell('studio', backend.library.studio());
    expect(await screen.findByRole('heading', { name: 'Marée Basse' })).toBeTruthy();
  });

  test('says why the library cannot be opened, and tries again', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample', locked: true });
    expect(await screen.findByText(/déjà ouverte dans une autre fenêtre/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByRole('heading', { name: backend.library.brands[0]!.name })).toBeTruthy();
  });
});

describe('a damaged library', () => {
  test('is given a backup, and opens', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' }, { code: 'libraryDamaged', parameters: { path: '/data' } });
    await backend.call('backUp', {});
    await user.click((await screen.findAllByRole('button', { name: /^Restaurer/ }))[0]!);
    const asked = await screen.findByRole('alertdialog');
    await user.click(within(asked).getByRole('button', { name: 'Restaurer' }));
    expect(await screen.findByRole('heading', { name: 'Marée Basse' })).toBeTruthy();
  });
});

import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { memory } from '../../ipc/memory';
import { drawer, facet, openLibrary, option, selected, sizeTheWall, stored, wall } from '../../testing/library';

sizeTheWall();

describe('a search', () => {
  test('narrows with the facets, and widens when a chip is taken away', async () => {
    const { user } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await user.click(facet(/^Dessins/));
    expect(await screen.findByText('13 dessins')).toBeTruthy();
    await user.click(facet(/^Retenues/));
    await waitFor(() => expect(facet(/^Retenues/).getAttribute('aria-pressed')).toBe('true'));
    await user.click(screen.getByRole('button', { name: 'Retirer le filtre Retenues' }));
    expect(await screen.findByText('13 dessins')).toBeTruthy();
    await user.click(facet(/^Tout/));
    expect(await screen.findByText('400 médias')).toBeTruthy();
  });

  test('starts from the slash, and says when it read another word', async () => {
    const { user } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await user.keyboard('/');
    await user.keyboard('estren');
    const said = 'Aucun résultat pour « estren ». Résultats pour « estran ».';
    expect(await screen.findByText(said)).toBeTruthy();
    await waitFor(() =>
      expect(screen.getAllByRole('option').every((cell) => /estran/.test(cell.textContent!))).toBe(true),
    );
  });

  test('that finds nothing says so and leads back', async () => {
    const { user } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await user.type(screen.getByRole('searchbox', { name: 'Rechercher' }), 'zzzzz');
    expect(await screen.findByText('Aucun résultat pour « zzzzz ».')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Voir toute la bibliothèque' }));
    expect(await option(/^bols-empiles\.jpg/)).toBeTruthy();
  });

  test('is kept under a name and found again', async () => {
    const { user, desk } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await user.click(facet(/^Émaux/));
    await user.click(await screen.findByRole('button', { name: 'Enregistrer cette recherche' }));
    await user.type(await screen.findByRole('combobox', { name: 'Nom de la recherche' }), 'Nos émaux{Enter}');
    await user.click(facet(/^Tout/));
    await waitFor(() => expect(desk.search.query.tags).toEqual([]));
    await user.click(await waitFor(() => facet(/^Nos émaux/)));
    expect(desk.search.query.tags).toEqual(['Émaux']);
    expect(facet(/^Nos émaux/).getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: /^Supprimer/ }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Supprimer' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Nos émaux/ })).toBeNull());
  });

  test('keeps the one under the hand when it is still found, and takes the first when it is not', async () => {
    const { user } = await openLibrary();
    await user.click(await option(/^etagere-sechage\.jpg/));
    await user.click(facet(/^Atelier/));
    await waitFor(() => expect(selected()[0]).toMatch(/^etagere-sechage\.jpg/));
    await user.click(facet(/^Émaux/));
    await waitFor(() => expect(selected()[0]).toMatch(/^nuancier-emaux/));
  });
});

describe('a change', () => {
  test('is made with a key and undone with Ctrl+Z', async () => {
    const { user, backend } = await openLibrary();
    await user.click(await option(/^etagere-sechage\.jpg/));
    (await wall()).focus();
    await user.keyboard('r');
    await waitFor(() => expect(stored(backend, 'etagere-sechage.jpg').picked).toBe(true));
    await user.keyboard('4');
    await waitFor(() => expect(stored(backend, 'etagere-sechage.jpg').rating).toBe(4));
    expect(await option(/^etagere-sechage\.jpg, retenue, 4 étoiles/)).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(stored(backend, 'etagere-sechage.jpg').rating).toBe(1));
  });

  test('to the trash is undone from its toast, and leaves the hand on the neighbour', async () => {
    const { user, backend, session } = await openLibrary();
    await user.click(await option(/^etagere-sechage\.jpg/));
    (await wall()).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(selected()[0]).toMatch(/^trois-vases/));
    expect(session.toasts.shown[0]!.message).toBe('1 média est à la corbeille');
    await session.toasts.shown[0]!.action!.run();
    expect(await option(/^etagere-sechage\.jpg/)).toBeTruthy();
    expect(stored(backend, 'etagere-sechage.jpg').trashed).toBeNull();
  });

  test('of the trash brings files back', async () => {
    const { user, backend, desk } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await desk.changing.trash([stored(backend, 'estran.jpg').id, stored(backend, 'tasses.jpg').id]);
    await user.click(await waitFor(() => facet(/^Corbeille/)));
    expect(await screen.findByText(/effacés 30 jours/)).toBeTruthy();
    await user.click(await option(/^estran\.jpg/));
    const place = await drawer('estran.jpg');
    await user.click(within(place).getByRole('button', { name: 'Restaurer' }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(stored(backend, 'estran.jpg').trashed).toBeNull();
  });

  test('of several is one change for all', async () => {
    const { user, backend } = await openLibrary();
    const cells = await screen.findAllByRole('option');
    await user.click(cells[0]!);
    await user.keyboard('{Shift>}');
    await user.click(cells[2]!);
    await user.keyboard('{/Shift}');
    await user.click(screen.getByRole('button', { name: 'Sujet…' }));
    await user.type(await screen.findByRole('combobox', { name: 'Sujets' }), 'Noël{Enter}');
    const names = ['bols-empiles.jpg', 'etagere-sechage.jpg', 'trois-vases.jpg'];
    await waitFor(() => expect(names.every((name) => stored(backend, name).tags.includes('Noël'))).toBe(true));
    expect(await waitFor(() => facet(/^Noël/))).toBeTruthy();
  });

  test('that fails is said and changes nothing', async () => {
    const { user, backend, session } = await openLibrary();
    await user.click(await option(/^etagere-sechage\.jpg/));
    (await wall()).focus();
    backend.refuse('changeAssets', { code: 'diskFull', parameters: {} });
    await user.keyboard('r');
    await waitFor(() => expect(session.toasts.shown[0]?.kind).toBe('problem'));
    expect(stored(backend, 'etagere-sechage.jpg').picked).toBe(false);
  });
});

describe('the library', () => {
  test('says what will be in it while it is empty', async () => {
    await openLibrary(memory({ library: 'sample', assets: 0 }));
    expect(await screen.findByText('Les images de Marée Basse seront ici.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importer des fichiers…' })).toBeTruthy();
  });

  test('is asked for again after a failure', async () => {
    const backend = memory({ library: 'sample' });
    backend.refuse('findAssets', { code: 'internal', parameters: { detail: 'disk' } });
    const { user } = await openLibrary(backend);
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }));
    expect(await option(/^bols-empiles\.jpg/)).toBeTruthy();
  });

  test('follows what changes elsewhere', async () => {
    const { backend } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    const { id } = stored(backend, 'bols-empiles.jpg');
    await backend.call('changeAssets', { assets: [id], change: { kind: 'rename', name: 'couverture.jpg' } });
    expect(await option(/^couverture\.jpg/)).toBeTruthy();
  });
});

import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memory, type MemoryBackend } from '../../ipc/memory';
import { stage } from '../../testing/stage';
import { Importing } from './import/importing.svelte';
import { LibraryDesk } from './library-desk.svelte';
import Library from './Library.svelte';

const onopen = vi.fn();
let leave = () => {};

// Nothing has a size here: the wall is given that of a common window, so that only some of it hangs.
beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(660);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

async function open(backend: MemoryBackend = memory({ library: 'sample' })) {
  let parts: { desk: LibraryDesk; importing: Importing } | null = null;
  const { session } = await stage(
    Library as never,
    (session) => {
      session.go({ at: 'library' });
      const desk = new LibraryDesk(backend, session, session.brand!.id);
      const importing = new Importing(backend, session);
      leave = importing.follow();
      parts = { desk, importing };
      return { ...parts, onopen };
    },
    backend,
  );
  const press = (event: KeyboardEvent) => session.press(event);
  window.addEventListener('keydown', press);
  const stop = leave;
  leave = () => {
    stop();
    window.removeEventListener('keydown', press);
  };
  return { backend, session, ...parts!, user: userEvent.setup() };
}

const wall = () => screen.findByRole('listbox', { name: 'Médias' });
const option = (name: string | RegExp) => screen.findByRole('option', { name });
const facet = (name: string | RegExp) =>
  within(screen.getByRole('navigation', { name: 'Filtres' })).getByRole('button', { name });
const selected = () => screen.queryAllByRole('option', { selected: true }).map((card) => card.textContent!.trim());
const drawer = (name: string) => screen.findByRole('complementary', { name: `Détails de ${name}` });
const posOf = (at: number) => Number(screen.getAllByRole('option')[at]!.getAttribute('aria-posinset'));
const stored = (backend: MemoryBackend, name: string) => backend.assets.all.find((asset) => asset.name === name)!;

describe('the wall', () => {
  test('shows some of what there is, and says how much there is', async () => {
    await open();
    expect(await option(/^bols-empiles\.jpg, retenue/)).toBeTruthy();
    expect(screen.getByText('400 médias')).toBeTruthy();
    const cells = screen.getAllByRole('option');
    expect(cells.length).toBeLessThan(80);
    expect(cells[0]!.getAttribute('aria-setsize')).toBe('400');
  });

  test('says what is wrong with a file, the gravest first', async () => {
    await open();
    const uncredited = await option(/^etagere-sechage\.jpg/);
    expect(within(uncredited).getByText('Crédit')).toBeTruthy();
    expect(within(await option(/^bouteille\.jpg/)).getByText('Droits expirés')).toBeTruthy();
  });

  test('reads on as it is scrolled', async () => {
    await open();
    await option(/^bols-empiles\.jpg/);
    const place = await wall();
    place.scrollTop = 12_000;
    place.dispatchEvent(new Event('scroll'));
    await waitFor(() => expect(posOf(0)).toBeGreaterThan(200));
    expect(screen.getAllByRole('option').length).toBeLessThan(80);
  });

  test('is walked with the arrows in two dimensions', async () => {
    const { user } = await open();
    await option(/^bols-empiles\.jpg/);
    (await wall()).focus();
    await user.keyboard('{ArrowRight}');
    expect(selected()[0]).toMatch(/^bols-empiles/);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(selected()).toHaveLength(1);
    expect(selected()[0]).not.toMatch(/^(bols-empiles|etagere)/);
    await user.keyboard('{Home}');
    expect(selected()[0]).toMatch(/^bols-empiles/);
    expect((await wall()).getAttribute('aria-activedescendant')).toBe((await option(/^bols-empiles\.jpg/)).id);
    await user.keyboard('{Escape}');
    expect(selected()).toEqual([]);
  });

  test('takes several with Shift and Ctrl, and all with Ctrl+A', async () => {
    const { user, desk } = await open();
    const cells = await screen.findAllByRole('option');
    await user.click(cells[1]!);
    expect(document.activeElement).toBe(await wall());
    await user.keyboard('{Shift>}');
    await user.click(cells[4]!);
    await user.keyboard('{/Shift}{Control>}');
    await user.click(cells[2]!);
    await user.keyboard('{/Control}');
    expect(selected()).toHaveLength(3);
    expect(screen.getByText('3 sélectionnés')).toBeTruthy();
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(desk.selection.size).toBe(400));
  });

  test('opens the drawer with Enter once it was closed, and remembers', async () => {
    const { user, backend } = await open();
    await user.click(await option(/^bols-empiles\.jpg/));
    await user.click(within(await drawer('bols-empiles.jpg')).getByRole('button', { name: 'Fermer les détails' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(backend.library.preferences.panels['library.drawer']).toBe(0);
    (await wall()).focus();
    await user.keyboard('{Enter}');
    expect(await drawer('bols-empiles.jpg')).toBeTruthy();
  });

  test('is looked at three ways', async () => {
    const { user, backend } = await open();
    await option(/^bols-empiles\.jpg/);
    await user.click(screen.getByRole('radio', { name: 'Liste' }));
    expect(within(await option(/^bols-empiles\.jpg/)).getByText('Libre d’usage')).toBeTruthy();
    expect(backend.library.preferences.panels['library.look']).toBe(2);
  });
});

describe('a search', () => {
  test('narrows with the facets, and widens when a chip is taken away', async () => {
    const { user } = await open();
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
    const { user } = await open();
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
    const { user } = await open();
    await option(/^bols-empiles\.jpg/);
    await user.type(screen.getByRole('searchbox', { name: 'Rechercher' }), 'zzzzz');
    expect(await screen.findByText('Aucun résultat pour « zzzzz ».')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Voir toute la bibliothèque' }));
    expect(await option(/^bols-empiles\.jpg/)).toBeTruthy();
  });

  test('is kept under a name and found again', async () => {
    const { user, desk } = await open();
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
    const { user } = await open();
    await user.click(await option(/^etagere-sechage\.jpg/));
    await user.click(facet(/^Atelier/));
    await waitFor(() => expect(selected()[0]).toMatch(/^etagere-sechage\.jpg/));
    await user.click(facet(/^Émaux/));
    await waitFor(() => expect(selected()[0]).toMatch(/^nuancier-emaux/));
  });
});

describe('a change', () => {
  test('is made with a key and undone with Ctrl+Z', async () => {
    const { user, backend } = await open();
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
    const { user, backend, session } = await open();
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
    const { user, backend, desk } = await open();
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
    const { user, backend } = await open();
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
    const { user, backend, session } = await open();
    await user.click(await option(/^etagere-sechage\.jpg/));
    (await wall()).focus();
    backend.refuse('changeAssets', { code: 'diskFull', parameters: {} });
    await user.keyboard('r');
    await waitFor(() => expect(session.toasts.shown[0]?.kind).toBe('problem'));
    expect(stored(backend, 'etagere-sechage.jpg').picked).toBe(false);
  });
});

describe('the drawer', () => {
  async function openOn(name: string) {
    const opened = await open();
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

describe('the large picture', () => {
  test('opens and closes with the space bar, and walks', async () => {
    const { user, desk } = await open();
    await user.click(await option(/^bols-empiles\.jpg/));
    (await wall()).focus();
    await user.keyboard(' ');
    expect(await screen.findByRole('dialog', { name: 'bols-empiles.jpg' })).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('dialog', { name: 'etagere-sechage.jpg' })).toBeTruthy();
    await user.keyboard('r');
    await waitFor(() => expect(desk.current?.picked).toBe(true));
    await user.keyboard(' ');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('an import', () => {
  test('says how far it is, then what became of each file', async () => {
    const { user, backend } = await open();
    await option(/^bols-empiles\.jpg/);
    backend.chosenPictures = ['/p/noel.jpg', '/p/tasses.jpg', '/p/notes.docx'];
    await user.keyboard('{Control>}o{/Control}');
    expect(await screen.findByRole('progressbar', { name: 'Import en cours' })).toBeTruthy();
    expect(await screen.findByText('1 média importé, 1 déjà là, 1 refusé, 1 ressemblance')).toBeTruthy();
    expect(await option(/^noel\.jpg/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Voir le détail' }));
    const report = within(await screen.findByRole('dialog', { name: 'Import' }));
    expect(report.getByText(/notes\.docx/)).toBeTruthy();
    await user.click(report.getByRole('button', { name: 'Garder l’ancienne' }));
    await waitFor(() => expect(stored(backend, 'noel.jpg').trashed).not.toBeNull());
    expect(report.queryByRole('button', { name: 'Garder l’ancienne' })).toBeNull();
  });

  test('takes what is dropped on the screen, and stops on request', async () => {
    const { user, backend } = await open();
    await option(/^bols-empiles\.jpg/);
    backend.drop({ kind: 'over', paths: ['/p'], x: 10, y: 10 });
    expect(await screen.findByText('Lâchez pour importer')).toBeTruthy();
    const paths = Array.from({ length: 60 }, (_, at) => `/p/photo-${at}.jpg`);
    backend.drop({ kind: 'drop', paths, x: 10, y: 10 });
    await user.click(await screen.findByRole('button', { name: 'Arrêter' }));
    expect(await screen.findByText(/^Import interrompu/)).toBeTruthy();
    expect(screen.queryByText('Lâchez pour importer')).toBeNull();
    expect(backend.assets.all.some(({ name }) => name === 'photo-59.jpg')).toBe(false);
  });

  test('that cannot start says why', async () => {
    const { backend, importing, session } = await open();
    backend.refuse('startImport', { code: 'diskFull', parameters: {} });
    await importing.start('b', ['/p/a.jpg']);
    expect(session.toasts.shown[0]?.kind).toBe('problem');
    expect(importing.job).toBeNull();
  });
});

describe('the library', () => {
  test('says what will be in it while it is empty', async () => {
    await open(memory({ library: 'sample', assets: 0 }));
    expect(await screen.findByText('Les images de Marée Basse seront ici.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importer des fichiers…' })).toBeTruthy();
  });

  test('is asked for again after a failure', async () => {
    const backend = memory({ library: 'sample' });
    backend.refuse('findAssets', { code: 'internal', parameters: { detail: 'disk' } });
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }));
    expect(await option(/^bols-empiles\.jpg/)).toBeTruthy();
  });

  test('follows what changes elsewhere', async () => {
    const { backend } = await open();
    await option(/^bols-empiles\.jpg/);
    const { id } = stored(backend, 'bols-empiles.jpg');
    await backend.call('changeAssets', { assets: [id], change: { kind: 'rename', name: 'couverture.jpg' } });
    expect(await option(/^couverture\.jpg/)).toBeTruthy();
  });
});

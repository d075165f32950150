import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { openLibrary, option, sizeTheWall, stored } from '../../../testing/library';

sizeTheWall();

describe('an import', () => {
  test('says how far it is, then what became of each file', async () => {
    const { user, backend } = await openLibrary();
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
    const { user, backend } = await openLibrary();
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
    const { backend, importing, session } = await openLibrary();
    backend.refuse('startImport', { code: 'diskFull', parameters: {} });
    await importing.start('b', ['/p/a.jpg']);
    expect(session.toasts.shown[0]?.kind).toBe('problem');
    expect(importing.job).toBeNull();
  });
});

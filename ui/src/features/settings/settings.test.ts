import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { memory, type MemoryBackend } from '../../ipc/memory';
import { stage } from '../../testing/stage';
import Settings from './Settings.svelte';

async function open(backend: MemoryBackend = memory({ library: 'sample' })) {
  const onrestored = vi.fn();
  const { session } = await stage(Settings as never, () => ({ onrestored }), backend);
  return { backend, session, onrestored, user: userEvent.setup() };
}
const rows = () => screen.findAllByRole('listitem');

describe('the backups', () => {
  test('are listed, the newest first, and made on request', async () => {
    const { user } = await open();
    expect(await rows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Sauvegarder maintenant' }));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(within((await rows())[0]!).getByText('À votre demande')).toBeTruthy();
  });

  test('take the library’s place only once that is confirmed', async () => {
    const { user, backend, onrestored } = await open();
    const ask = () => user.click(within(screen.getAllByRole('listitem')[1]!).getByRole('button'));
    await rows();
    await ask();
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Annuler' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(onrestored).not.toHaveBeenCalled();
    await ask();
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Restaurer' }));
    await waitFor(() => expect(onrestored).toHaveBeenCalledOnce());
    expect((await backend.call('backups', {}))[0]!.reason).toBe('restore');
  });

  test('that cannot be restored leave the window as it is', async () => {
    const { user, backend, session, onrestored } = await open();
    await user.click(within((await rows())[0]!).getByRole('button'));
    backend.refuse('restoreBackup', { code: 'notFound', parameters: {} });
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Restaurer' }));
    await waitFor(() => expect(session.toasts.shown[0]?.kind).toBe('problem'));
    expect(onrestored).not.toHaveBeenCalled();
  });

  test('are asked for again after a failure', async () => {
    const backend = memory({ library: 'sample' });
    backend.refuse('backups', { code: 'internal', parameters: { detail: 'disk' } });
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }));
    expect(await rows()).toHaveLength(2);
  });
});

describe('the check', () => {
  test('says that all is well', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Vérifier' }));
    expect(await screen.findByText(/412 médias et 412 fichiers relus : tout est intact/)).toBeTruthy();
  });

  test('names what is wrong', async () => {
    const { user, backend } = await open();
    const call = backend.call.bind(backend);
    const problems = [{ code: 'missingFile', parameters: { path: 'blobs/ab/tasses.jpg' } }];
    vi.spyOn(backend, 'call').mockImplementation(async (name, input) =>
      name === 'verify' ? ({ assets: 3, blobs: 2, problems } as never) : call(name, input),
    );
    await user.click(screen.getByRole('button', { name: 'Vérifier' }));
    expect(await screen.findByText('1 problème')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('tasses.jpg');
  });
});

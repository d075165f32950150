import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { memory } from '../../ipc/memory';
import { stage } from '../../testing/stage';
import ExportDialog from './ExportDialog.svelte';

async function open() {
  const backend = memory({ library: 'sample' });
  const outline = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'].map((title) => `# ${title}`).join('\n\n');
  const document = backend.library.create(backend.library.brands[0]!.id, 'Essai', outline).view();
  const onclose = vi.fn();
  const { session } = await stage(ExportDialog as never, () => ({ document, open: true, onclose }), backend);
  await screen.findByRole('dialog');
  const documents = session.formats.filter(
    (format) => document.formats.includes(format.id) && format.isDocument,
  ).length;
  return { backend, session, document, onclose, documents, user: userEvent.setup() };
}
const check = (testId: string) => within(screen.getByTestId(testId)).getByRole('checkbox');
const start = () => screen.getByTestId('export-start');

describe('the export dialog', () => {
  test('starts with what every network takes', async () => {
    const { session, document } = await open();
    const x = session.formats.find((format) => format.maxPages === 4 && document.formats.includes(format.id))!;
    const files = document.formats
      .map((id) => session.formats.find((format) => format.id === id)!)
      .reduce((sum, format) => sum + (format.isDocument ? 1 : Math.min(5, format.maxPages ?? 5)), 0);
    expect(start().textContent).toContain(`Exporter ${files} fichiers`);
    expect(screen.getByTestId(`export-show-${x.id}`).textContent).toContain('4 PNG');
  });

  test('counts what is left in', async () => {
    const { user, document } = await open();
    for (const id of document.formats.slice(1)) await user.click(check(`export-format-${id}`));
    expect(start().textContent).toContain('Exporter 5 fichiers');
    await user.click(check('export-page-2'));
    expect(start().textContent).toContain('Exporter 4 fichiers');
    await user.click(check(`export-format-${document.formats[0]}`));
    expect(start().getAttribute('aria-disabled')).toBe('true');
  });

  test('exports, then opens the folder', async () => {
    const { user, backend } = await open();
    await user.click(start());
    expect(await screen.findByText('Export en cours')).toBeTruthy();
    await user.click(await screen.findByTestId('export-open-folder', {}, { timeout: 4000 }));
    expect(screen.getByText('Export terminé')).toBeTruthy();
    expect(backend.openedFolders).toHaveLength(1);
  });

  test('stops on request and says what is already there', async () => {
    const { user } = await open();
    await user.click(start());
    await user.click(await screen.findByTestId('export-cancel'));
    expect(await screen.findByText('Export interrompu')).toBeTruthy();
    expect(screen.getByText(/déjà dans le dossier/)).toBeTruthy();
  });

  test('goes on in the background', async () => {
    const { user, onclose } = await open();
    await user.click(start());
    await user.click(await screen.findByTestId('export-background'));
    expect(onclose).toHaveBeenCalledOnce();
  });

  test('stays where it was when the export cannot start', async () => {
    const { user, backend, session } = await open();
    backend.refuse('startExport', { code: 'folderNotWritable', parameters: { path: '/photos' } });
    await user.click(start());
    await vi.waitFor(() => expect(session.toasts.shown).toHaveLength(1));
    expect(start().textContent).toContain('Exporter');
  });

  test('says what went wrong, and goes on in another folder', async () => {
    const { user, backend } = await open();
    const call = backend.call.bind(backend);
    const folders: string[] = [];
    vi.spyOn(backend, 'call').mockImplementation(async (name, input) => {
      if (name !== 'startExport' || folders.push((input as { folder: string }).folder) > 1) return call(name, input);
      const job = await call('startExport', input as never);
      await call('cancelJob', { job: job.id });
      const problems = [{ code: 'diskFull', parameters: { path: '/photos' } }];
      return { ...job, id: 'failed', state: 'failed', problems } as never;
    });
    await user.click(start());
    expect(await screen.findByText('Export arrêté')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(/disque|place/i);
    backend.chosenFolder = '/autre';
    await user.click(screen.getByTestId('export-change-folder'));
    await vi.waitFor(() => expect(folders[1]).toBe('/autre'));
  });

  test('says what to look at in which files, and goes back to the choices', async () => {
    const { user, backend, document } = await open();
    const call = backend.call.bind(backend);
    const heavy = { code: 'file-too-heavy', severity: 'block', page: document.pages[2]!.id, format: 'ig_story' };
    const refused = { code: 'file-type-refused', severity: 'review', page: null, format: 'li_document_1_1' };
    const points = [
      {
        finding: { ...heavy, parameters: { size: '8200', max: '8000' }, fix: false },
        files: ['ig_story/03-point.png'],
      },
      {
        finding: { ...refused, parameters: { type: 'SVG', accepted: 'PDF' }, fix: false },
        files: ['a/01.svg', 'a/02.svg'],
      },
    ];
    vi.spyOn(backend, 'call').mockImplementation(async (name, input) => {
      const reply = await call(name, input);
      if (name !== 'startExport') return reply;
      await call('cancelJob', { job: (reply as { id: string }).id });
      return { ...(reply as object), id: 'ended', state: 'done', points } as never;
    });
    await user.click(start());
    const told = within(await screen.findByTestId('export-points')).getAllByRole('listitem');
    const says = [
      [
        'Vue 3',
        'Fichier de 8\u202f200\u202fKo, 8\u202f000\u202fKo au plus',
        'Exportez en JPEG',
        'ig_story/03-point.png',
      ],
      ['SVG', 'Exportez plutôt en PDF', 'a/01.svg, a/02.svg'],
    ];
    expect(told).toHaveLength(says.length);
    says.forEach((words, at) => words.forEach((word) => expect(told[at]!.textContent).toContain(word)));
    await user.click(screen.getByTestId('export-choose-again'));
    expect(start().textContent).toContain('Exporter');
  });

  test('goes where the person says', async () => {
    const { user, backend } = await open();
    backend.chosenFolder = '/home/anne/Documents/Envois';
    await user.click(screen.getByTestId('export-folder'));
    await vi.waitFor(() => expect(screen.getByTestId('export-folder').textContent).toContain('Documents / Envois'));
  });
});

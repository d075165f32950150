import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { memory, type MemoryBackend } from '../../ipc/memory';
import { stage } from '../../testing/stage';
import Editor from './Editor.svelte';

const OUTLINE = '# Couverture\nGrès\n\n# Deux\nUn texte\n\n# Trois\n- une\n- deux';

async function open(outline = OUTLINE) {
  const backend = memory({ library: 'sample' });
  const created = backend.library.create(backend.library.brands[0]!.id, 'Essai', outline);
  const documentId = created.view().id;
  const { session } = await stage(Editor as never, () => ({ documentId }), backend);
  const press = (event: KeyboardEvent) => session.press(event);
  window.addEventListener('keydown', press);
  onTestFinished(() => window.removeEventListener('keydown', press));
  await screen.findByTestId('plan-title-1');
  const view = () => backend.library.document(documentId).view();
  const titles = () => view().pages.map((page) => page.title);
  return { backend, session, view, titles, user: userEvent.setup() };
}
const field = (name: string) => screen.getByTestId<HTMLTextAreaElement>(`plan-${name}`);
const fields = () => screen.getAllByTestId(/^plan-title-/).map((area) => (area as HTMLTextAreaElement).value);
const undo = '{Control>}z{/Control}';

/** Holds the replies of `edit` until they are let go. */
function slow(backend: MemoryBackend) {
  const call = backend.call.bind(backend);
  const held: (() => void)[] = [];
  const texts: string[] = [];
  vi.spyOn(backend, 'call').mockImplementation(async (name, input) => {
    const reply = await call(name, input);
    if (name !== 'edit') return reply;
    texts.push((input as { edit: { text: string } }).edit.text);
    await new Promise<void>((resolve) => held.push(resolve));
    return reply;
  });
  const letGo = async () => {
    held.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { texts, letGo };
}

describe('writing', () => {
  test('reaches the document', async () => {
    const { user, titles } = await open();
    await user.type(field('title-2'), ' bis');
    await vi.waitFor(() => expect(titles()[1]).toBe('Deux bis'));
  });

  test('keeps one edit under way and is never undone by an old reply', async () => {
    const { user, backend } = await open();
    const { texts, letGo } = slow(backend);
    await user.type(field('title-2'), 'abc');
    expect(texts).toEqual(['Deuxa']);
    await letGo();
    expect(field('title-2').value).toBe('Deuxabc');
    expect(texts).toEqual(['Deuxa', 'Deuxabc']);
    await letGo();
    expect(field('title-2').value).toBe('Deuxabc');
  });

  test('keeps a space at the end that the document trims, until the field is left', async () => {
    const { user, view } = await open();
    await user.type(field('body-2'), ' ');
    await vi.waitFor(() => expect(view().revision).toBeGreaterThan(1));
    expect(field('body-2').value).toBe('Un texte ');
    await user.click(field('title-1'));
    await vi.waitFor(() => expect(field('body-2').value).toBe('Un texte'));
  });

  test('says when it could not be kept, and tries again', async () => {
    const { user, backend, titles } = await open();
    backend.refuse('edit', { code: 'diskFull', parameters: {} });
    await user.type(field('title-2'), '!');
    await user.click(await screen.findByTestId('save-retry'));
    await vi.waitFor(() => expect(titles()[1]).toBe('Deux!'));
    expect(screen.getByTestId('save-state').textContent).toContain('Enregistré');
  });

  test('pasting headings makes views, and the caret goes to the first of them', async () => {
    const { user } = await open();
    await user.click(field('body-2'));
    await user.paste('\n# Quatre\nquatre\n# Cinq');
    await vi.waitFor(() => expect(fields()).toEqual(['Couverture', 'Deux', 'Quatre', 'Cinq', 'Trois']));
    expect(field('body-2').value).toBe('Un texte');
    await vi.waitFor(() => expect(document.activeElement).toBe(field('body-3')));
  });

  test('several lines pasted in a title go on in the body', async () => {
    const { user, view } = await open('# ');
    await user.click(field('title-1'));
    await user.paste('# Oui\nGrès, mode d’emploi');
    await vi.waitFor(() => expect(view().pages[0]).toMatchObject({ title: 'Oui', body: 'Grès, mode d’emploi' }));
  });
});

describe('the keyboard in the plan', () => {
  test('Ctrl+Enter adds a view after the current one and writes its title', async () => {
    const { user, titles } = await open();
    await user.click(field('body-1'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(fields()).toHaveLength(4));
    await vi.waitFor(() => expect(document.activeElement).toBe(field('title-2')));
    await user.keyboard('Neuve');
    await vi.waitFor(() => expect(titles()).toEqual(['Couverture', 'Neuve', 'Deux', 'Trois']));
  });

  test('Tab goes from title to body to the next title', async () => {
    const { user } = await open();
    await user.click(field('title-1'));
    await user.tab();
    expect(document.activeElement).toBe(field('body-1'));
    await user.tab();
    expect(document.activeElement).toBe(field('title-2'));
  });

  test('Alt and an arrow moves the view, which is said', async () => {
    const { user, titles } = await open();
    await user.click(field('title-2'));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await vi.waitFor(() => expect(titles()).toEqual(['Couverture', 'Trois', 'Deux']));
    expect(await screen.findByText('Vue déplacée en position 3 sur 3')).toBeTruthy();
    await vi.waitFor(() => expect(document.activeElement).toBe(field('title-3')));
  });

  test('Backspace in an empty view removes it and goes back to the one before', async () => {
    const { user } = await open('# Une\nTexte\n\n# \n\n# Trois');
    await user.click(field('title-2'));
    await user.keyboard('{Backspace}');
    await vi.waitFor(() => expect(fields()).toEqual(['Une', 'Trois']));
    await vi.waitFor(() => expect(document.activeElement).toBe(field('body-1')));
  });

  test('Escape leaves the field for the list, where arrows walk and Enter writes', async () => {
    const { user } = await open();
    await user.click(field('title-1'));
    await user.keyboard('{Escape}{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(document.activeElement).toBe(field('title-2')));
  });
});

describe('undo', () => {
  test('brings a removed view back and selects it', async () => {
    const { user, session } = await open();
    await user.click(field('title-2'));
    await user.keyboard('{Escape}{Delete}');
    await vi.waitFor(() => expect(fields()).toEqual(['Couverture', 'Trois']));
    expect(field('title-2').closest('li')?.getAttribute('aria-current')).toBe('true');
    await user.click(field('title-1'));
    const toast = session.toasts.shown.at(-1);
    expect(toast?.message).toBe('Vue 2 supprimée');
    await toast?.action?.run();
    await vi.waitFor(() => expect(fields()).toEqual(['Couverture', 'Deux', 'Trois']));
    expect(field('title-2').closest('li')?.getAttribute('aria-current')).toBe('true');
  });

  test('in a field takes back what was typed there', async () => {
    const { user, titles } = await open();
    await user.type(field('title-2'), 'x');
    await vi.waitFor(() => expect(titles()[1]).toBe('Deuxx'));
    await user.keyboard(undo);
    await vi.waitFor(() => expect(field('title-2').value).toBe('Deux'));
  });
});

describe('looking', () => {
  test('letters act outside fields only', async () => {
    const { user } = await open();
    await user.click(field('title-1'));
    await user.keyboard('2p');
    expect(field('title-1').value).toBe('Couverture2p');
    await user.keyboard('{Escape}2');
    expect(await screen.findByRole('grid')).toBeTruthy();
    expect(screen.queryByTestId('plan-title-1')).toBeNull();
  });

  test('the sheet names its cells, walks with arrows and opens on Enter', async () => {
    const { user } = await open();
    await user.click(field('title-1'));
    await user.keyboard('{Escape}2');
    const grid = await screen.findByRole('grid');
    const cells = within(grid).getAllByRole('gridcell');
    expect(cells[0]?.getAttribute('aria-label')).toBe('Instagram, vue 1, Couverture, maître');
    cells[0]?.focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/vue 2, Point, suit Instagram/),
    );
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Vue 2', { selector: 'h2' })).toBeTruthy();
  });

  test('a layout chosen in the inspector is kept, and can be left to the text again', async () => {
    const { user, view } = await open();
    await user.click(field('title-2'));
    await user.click(screen.getByTestId('layout-quote'));
    await vi.waitFor(() => expect(view().pages[1]).toMatchObject({ layout: 'quote', chosen: true }));
    await user.click(screen.getByTestId('layout-automatic'));
    await vi.waitFor(() => expect(view().pages[1]?.chosen).toBe(false));
  });
});

describe('pictures', () => {
  test('are chosen by the system’s dialog, the extra ones going to the pages that follow', async () => {
    const { user, backend, view } = await open();
    backend.chosenPictures = ['/photos/bols.jpg', '/photos/tasses.jpg'];
    await user.click(field('title-2'));
    await user.click(screen.getByTestId('picture-choose'));
    await vi.waitFor(() =>
      expect(view().pages.map((page) => page.picture?.source)).toEqual([undefined, ...backend.chosenPictures]),
    );
  });

  test('are dropped on the frame under the pointer', async () => {
    const { backend, view } = await open();
    const frame = screen.getAllByTestId(/^frame-.*-3$/)[0]!;
    frame.getBoundingClientRect = () => ({ left: 500, top: 100, right: 800, bottom: 475 }) as DOMRect;
    frame.closest<HTMLElement>('[data-region]')!.getBoundingClientRect = () =>
      ({ left: 300, top: 50, right: 1100, bottom: 800 }) as DOMRect;
    backend.drop({ kind: 'over', paths: [], x: 600, y: 200 });
    expect(await screen.findByText('Déposer l’image ici')).toBeTruthy();
    backend.drop({ kind: 'drop', paths: ['/photos/bols.jpg'], x: 600, y: 200 });
    await vi.waitFor(() => expect(view().pages[2]?.picture?.source).toBe('/photos/bols.jpg'));
  });
});

test('the creation is renamed where its title stands', async () => {
  const { user, view } = await open();
  const title = screen.getByTestId('document-title');
  await user.clear(title);
  await user.type(title, 'Oui{Enter}');
  await vi.waitFor(() => expect(view().title).toBe('Oui'));
});

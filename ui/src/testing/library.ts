import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { Importing } from '../features/library/import/importing.svelte';
import { LibraryDesk } from '../features/library/library-desk.svelte';
import Library from '../features/library/Library.svelte';
import { memory, type MemoryBackend } from '../ipc/memory';
import { stage } from './stage';

/** Called with the creations that the library opens. */
export const onopen = vi.fn();
let leave = () => {};

/** Gives the wall the size of a common window for every test of a file: nothing has a size here, and all would hang. */
export function sizeTheWall(): void {
  beforeEach(() => {
    onopen.mockClear();
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(660);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  });
  afterEach(() => {
    leave();
    leave = () => {};
    vi.restoreAllMocks();
  });
}

/** The library screen of the first sample brand, its keys and its imports heard as in the window. */
export async function openLibrary(backend: MemoryBackend = memory({ library: 'sample' })) {
  let parts: { desk: LibraryDesk; importing: Importing } | null = null;
  const { session } = await stage(
    Library as never,
    (session) => {
      session.go({ at: 'library' });
      const desk = new LibraryDesk(backend, session, session.brand!.id);
      parts = { desk, importing: new Importing(backend, session) };
      return { ...parts, onopen };
    },
    backend,
  );
  const stop = parts!.importing.follow();
  const press = (event: KeyboardEvent) => session.press(event);
  window.addEventListener('keydown', press);
  leave = () => {
    stop();
    window.removeEventListener('keydown', press);
  };
  return { backend, session, ...parts!, user: userEvent.setup() };
}

export const wall = () => screen.findByRole('listbox', { name: 'Médias' });
export const option = (name: string | RegExp) => screen.findByRole('option', { name });
export const facet = (name: string | RegExp) =>
  within(screen.getByRole('navigation', { name: 'Filtres' })).getByRole('button', { name });
export const selected = () =>
  screen.queryAllByRole('option', { selected: true }).map((card) => card.textContent!.trim());
export const drawer = (name: string) => screen.findByRole('complementary', { name: `Détails de ${name}` });
export const stored = (backend: MemoryBackend, name: string) =>
  backend.assets.all.find((asset) => asset.name === name)!;

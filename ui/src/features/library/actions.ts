import type { Action } from '../../lib/action';
import type { Importing } from './import/importing.svelte';
import type { LibraryDesk } from './library-desk.svelte';

const group = 'app.group.library';

/** Everything the library answers to, for shortcuts and for the sheet that lists them. */
export function libraryActions(desk: LibraryDesk, importing: Importing, focusSearch: () => void): Action[] {
  return [
    { id: 'library.search', label: 'library.search', group, shortcut: '/', run: focusSearch },
    { id: 'library.import', label: 'library.import.files', group, shortcut: 'Mod+O', run: () => importing.files() },
    {
      id: 'library.paste',
      label: 'library.paste',
      group,
      shortcut: 'Mod+V',
      whileWriting: false,
      run: () => importing.paste(),
    },
    {
      id: 'library.undo',
      label: 'library.undo',
      group,
      shortcut: 'Mod+Z',
      whileWriting: false,
      run: () => desk.changing.undo(),
    },
    ...onSelection(desk),
    ...ratings(desk),
  ];
}

/** Letters and digits act on what is selected, where nothing else wants them. */
function onSelection(desk: LibraryDesk): Action[] {
  const { changing } = desk;
  const enabled = () => desk.selection.size > 0 && onWall();
  const living = () => enabled() && !desk.search.query.trashed;
  return [
    {
      id: 'library.pick',
      label: 'library.pick',
      group,
      shortcut: 'R',
      enabled: living,
      run: async () => void (await changing.pick(desk.selected)),
    },
    {
      id: 'library.preview',
      label: 'library.preview',
      group,
      shortcut: 'Space',
      enabled: () => desk.current !== undefined && onWall(),
      run: () => void (desk.preview = true),
    },
    {
      id: 'library.focus',
      label: 'library.focus',
      group,
      shortcut: 'F',
      enabled: () => living() && desk.current !== undefined,
      run: () => focusReticle(desk),
    },
    {
      id: 'library.trash',
      label: 'library.trash',
      group,
      shortcut: 'Delete',
      enabled: living,
      run: () => changing.trash(desk.selected),
    },
  ];
}

function ratings(desk: LibraryDesk): Action[] {
  return ([0, 1, 2, 3, 4, 5] as const).map((rating) => ({
    id: `library.rate.${rating}`,
    label: `library.rate.${rating}` as const,
    group,
    shortcut: String(rating),
    enabled: () => desk.selection.size > 0 && onWall() && !desk.search.query.trashed,
    run: async () => void (await desk.changing.change(desk.selected, { kind: 'rate', rating })),
  }));
}

/** The drawer opens first when it is closed: the point is set there. */
function focusReticle(desk: LibraryDesk): void {
  desk.openDrawer(true);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-reticle]')?.focus());
}

function onWall(): boolean {
  const focused = document.activeElement;
  return !focused || focused.matches('body, main') || focused.closest('[data-wall]') !== null;
}

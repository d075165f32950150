import type { Action } from '../../lib/action';
import type { CharterDesk } from './charter-desk.svelte';

const group = 'app.group.charter';

/** Everything the charter answers to, for shortcuts and for the sheet that lists them. */
export function charterActions(desk: CharterDesk): Action[] {
  const drafted = () => desk.view?.drafted ?? false;
  return [
    {
      id: 'charter.undo',
      label: 'charter.undo',
      group,
      shortcut: 'Mod+Z',
      enabled: () => desk.canUndo,
      run: () => desk.undo(),
    },
    {
      id: 'charter.redo',
      label: 'charter.redo',
      group,
      shortcut: 'Mod+Shift+Z',
      enabled: () => desk.canRedo,
      run: () => desk.redo(),
    },
    {
      id: 'charter.impact',
      label: 'charter.draft.see',
      group,
      shortcut: 'Mod+Enter',
      enabled: drafted,
      run: () => void (desk.asking = { kind: 'impact' }),
    },
    {
      id: 'charter.share',
      label: 'charter.share',
      group,
      shortcut: 'Mod+E',
      run: () => void (desk.asking = { kind: 'share' }),
    },
    { id: 'charter.shuffle', label: 'charter.proof.shuffle', group, shortcut: 'M', run: () => desk.shuffle() },
  ];
}

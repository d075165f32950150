import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Copy from '@lucide/svelte/icons/copy';
import Plus from '@lucide/svelte/icons/plus';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '../../../design/menu';
import type { Layout, Page } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';
import type { Desk } from '../desk.svelte';
import { layoutName } from '../words';

/** Everything that can be done to a page, for its menu. */
export function pageMenu({ editing }: Desk, page: Page, layouts: readonly Layout[]): MenuItem[] {
  const last = editing.document.order.length;
  return [
    { label: t('editor.page.insert'), icon: Plus, shortcut: 'Mod+Enter', run: () => editing.insertAfter(page.id) },
    { label: t('editor.page.duplicate'), icon: Copy, shortcut: 'Mod+D', run: () => editing.duplicate(page.id) },
    'rule',
    {
      label: t('editor.page.earlier'),
      icon: ArrowUp,
      shortcut: 'Alt+ArrowUp',
      disabled: page.number === 1,
      run: () => editing.step(page.id, -1),
    },
    {
      label: t('editor.page.later'),
      icon: ArrowDown,
      shortcut: 'Alt+ArrowDown',
      disabled: page.number === last,
      run: () => editing.step(page.id, 1),
    },
    'rule',
    ...layoutMenu(editing, page, layouts),
    'rule',
    {
      label: t('editor.page.remove'),
      icon: Trash2,
      shortcut: 'Delete',
      danger: true,
      run: () => editing.remove(page.id),
    },
  ];
}

/** The layouts of a page, the inferred one first. */
export function layoutMenu(editing: Desk['editing'], page: Page, layouts: readonly Layout[]): MenuItem[] {
  const set = (layout: Layout | null) => editing.edit({ kind: 'setLayout', page: page.id, layout });
  return [
    { heading: t('editor.layout') },
    { label: t('editor.layout.automatic'), checked: !page.chosen, run: () => set(null) },
    ...layouts.map((layout) => ({
      label: layoutName(layout),
      checked: page.chosen && page.layout === layout,
      run: () => set(layout),
    })),
  ];
}

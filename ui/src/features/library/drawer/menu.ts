import PencilLine from '@lucide/svelte/icons/pencil-line';
import Replace from '@lucide/svelte/icons/replace';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '../../../design/menu';
import { t } from '../../../lib/words.svelte';
import type { LibraryDesk } from '../library-desk.svelte';
import { everything } from '../query';

/** What else can be done to the file under the hand. */
export function menuOf(desk: LibraryDesk): MenuItem[] {
  const { current, changing, search } = desk;
  if (!current) return [];
  const { id } = current;
  return [
    { label: t('library.rename'), icon: PencilLine, run: () => void (desk.asking = 'rename') },
    { label: t('library.like'), icon: ScanSearch, run: () => search.ask({ ...everything, like: id }) },
    {
      label: t('library.replace'),
      icon: Replace,
      disabled: current.uses === 0,
      run: () => void (desk.asking = 'replacement'),
    },
    'rule',
    { label: t('library.trash'), icon: Trash2, shortcut: 'Delete', danger: true, run: () => changing.trash([id]) },
  ];
}

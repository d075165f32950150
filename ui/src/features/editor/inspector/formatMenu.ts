import type { MenuItem } from '../../../design/menu';
import type { FormatCard } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';
import type { Desk } from '../desk.svelte';

/** The formats that can be added or left out, then those that can lead. */
export function formatMenu(desk: Desk): MenuItem[] {
  return [
    { heading: t('editor.formats.made') },
    ...desk.session.formats.map((format) => membership(desk, format)),
    'rule',
    { heading: t('editor.formats.lead') },
    ...desk.formats.map((format) => leadership(desk, format)),
  ];
}

/** The master stays: another has to lead before it can leave. */
function membership(desk: Desk, format: FormatCard): MenuItem {
  const { formats, master } = desk.editing.document;
  const checked = formats.includes(format.id);
  const next = checked ? formats.filter((id) => id !== format.id) : inStudioOrder(desk, [...formats, format.id]);
  return {
    label: desk.shortName(format),
    checked,
    disabled: format.id === master,
    run: () => desk.editing.edit({ kind: 'setFormats', formats: next, master }),
  };
}

function leadership(desk: Desk, format: FormatCard): MenuItem {
  const { formats } = desk.editing.document;
  return {
    label: desk.shortName(format),
    checked: desk.isMaster(format),
    run: () => desk.editing.edit({ kind: 'setFormats', formats, master: format.id }),
  };
}

function inStudioOrder(desk: Desk, formats: readonly string[]): string[] {
  return desk.session.formats.map(({ id }) => id).filter((id) => formats.includes(id));
}

import type { MenuItem } from '../../../design/menu';
import type { FormatCard } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';
import type { Desk } from '../desk.svelte';
import { sizeName } from '../words';

/** The formats that can be added or left out, then those that can lead. */
export function formatMenu(desk: Desk): MenuItem[] {
  return [
    { heading: t('editor.formats.lead') },
    ...desk.formats.map((format) => leadership(desk, format)),
    'rule',
    { heading: t('editor.formats.made') },
    ...networks(desk).map(([network, formats]) => ({
      label: network,
      note: made(desk, formats),
      items: formats.map((format) => membership(desk, format)),
    })),
  ];
}

/** How many of a network's formats the creation is made in. */
function made(desk: Desk, formats: readonly FormatCard[]): string | undefined {
  const count = formats.filter(({ id }) => desk.editing.document.formats.includes(id)).length;
  return count ? String(count) : undefined;
}

/** The formats by network, under the network's name. */
function networks(desk: Desk): [string, FormatCard[]][] {
  const platforms = [...new Set(desk.session.formats.map(({ platform }) => platform))];
  return platforms.map((platform) => {
    const formats = desk.session.formats.filter((format) => format.platform === platform);
    const named = formats.map((format) => nameParts(desk, format)).find(({ network }) => network);
    return [named?.network ?? platform, formats];
  });
}

/** "Instagram, carrousel 3:4" is the network, and what it takes; a shorter name is what the network takes. */
function nameParts(desk: Desk, format: FormatCard): { network?: string; what: string } {
  const name = format.name[desk.session.language] ?? format.id;
  const [network, ...rest] = name.split(', ');
  if (!network || !rest.length) return { what: name };
  const what = rest.join(', ');
  return { network, what: what.charAt(0).toLocaleUpperCase() + what.slice(1) };
}

/** The master stays: another has to lead before it can leave. */
function membership(desk: Desk, format: FormatCard): MenuItem {
  const { formats, master } = desk.editing.document;
  const checked = formats.includes(format.id);
  const next = checked ? formats.filter((id) => id !== format.id) : inStudioOrder(desk, [...formats, format.id]);
  return {
    label: nameParts(desk, format).what,
    note: sizeName(format),
    checked,
    several: true,
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

import { caps } from '../lib/shortcut';
import { t } from '../lib/words.svelte';

/** The caps of a shortcut, named as on the person's keyboard. */
export function keyCaps(shortcut: string): string[] {
  return caps(shortcut, {
    Mod: t('app.key.control'),
    Shift: t('app.key.shift'),
    Alt: t('app.key.alt'),
    Enter: t('app.key.enter'),
    Escape: t('app.key.escape'),
    Delete: t('app.key.delete'),
    Space: t('app.key.space'),
    Tab: t('app.key.tab'),
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  });
}

import type { AssetUse } from '../../../ipc/wire';
import { moment } from '../../../lib/dates';
import { t, type Language } from '../../../lib/words.svelte';

/** "Vues 1 et 4 · hier à 18 h 30". */
export function useWords({ pages, changed }: AssetUse, language: Language): string {
  const numbers = new Intl.ListFormat(language, { type: 'conjunction' }).format(pages.map(String));
  const shown = t('library.usedIn.views', { count: pages.length, numbers });
  return `${shown} · ${moment(new Date(changed).toISOString(), language)}`;
}

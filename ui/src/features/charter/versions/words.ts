import type { CharterVersion } from '../../../ipc/wire';
import { t, type Language } from '../../../lib/words.svelte';

/** "Version 4, 12 novembre"; the year when it is another. */
export function versionWords({ number, since }: CharterVersion, language: Language, now = new Date()): string {
  return t('charter.version', { number: String(number), day: versionDay(since, language, now) });
}

export function versionDay(since: string, language: Language, now = new Date()): string {
  const date = new Date(since);
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  const day = date.toLocaleDateString(language, { day: 'numeric', month: 'long', year });
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
}

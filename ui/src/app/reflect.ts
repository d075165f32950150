import type { Preferences } from '../ipc/wire';
import type { Language } from '../lib/words.svelte';

const DARK = '(prefers-color-scheme: dark)';

/** Shows the theme on the page, following the system when asked to; the answer stops following. */
export function reflectTheme(theme: Preferences['theme']): () => void {
  const system = window.matchMedia(DARK);
  const show = () => {
    const dark = theme === 'system' ? system.matches : theme === 'dark';
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  };
  show();
  system.addEventListener('change', show);
  return () => system.removeEventListener('change', show);
}

/** Tells the page's language to hyphenation, quotation marks and screen readers. */
export function reflectLanguage(language: Language): void {
  document.documentElement.lang = language;
}

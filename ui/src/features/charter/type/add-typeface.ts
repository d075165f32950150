import { t } from '../../../lib/words.svelte';
import type { CharterDesk } from '../charter-desk.svelte';

/** Asks for font files and gives them to the titles or to the text. */
export async function addTypeface(desk: CharterDesk, of: 'title' | 'text'): Promise<void> {
  const title = t('charter.face.add');
  const paths = await desk.backend.chooseFiles({ multiple: true, title, extensions: ['ttf', 'otf', 'woff2'] });
  const names = paths.length > 0 ? await desk.addFiles(paths) : [];
  const [first] = names;
  if (!first) return;
  desk.change(`fonts.${of}.file`, ({ fonts }) => {
    fonts[of].file = names;
    fonts[of].family = familyOf(first);
    fonts[of].licence = '';
  });
}

/** What a file is likely to be called: "Marque-Regular.woff2" is Marque. */
export function familyOf(file: string): string {
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  return stem.replace(/[-_](regular|bold|italic|light|medium|black|variable|vf|\d+).*$/i, '') || stem;
}

/** The languages brands write in most, as BCP 47 tags. */
const COMMON = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ar', 'he', 'hi', 'ja', 'ko', 'th', 'zh'];

/** Languages to choose from, `own` among them, named in the language of the window. */
export function languageChoices(own: string, language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const tags = COMMON.includes(own) ? COMMON : [own, ...COMMON];
  return tags.map((tag) => ({ value: tag, label: nameOf(names, tag) }));
}

/** A tag that is none is shown as it is. */
function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

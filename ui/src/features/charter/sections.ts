import type { MessageKey } from '../../lib/words.svelte';

/** The parts of a charter, in the order they are read. */
export const sections = [
  { id: 'colors', label: 'charter.colors' },
  { id: 'type', label: 'charter.type' },
  { id: 'shapes', label: 'charter.shapes' },
  { id: 'logos', label: 'charter.logos' },
  { id: 'voice', label: 'charter.voice' },
  { id: 'words', label: 'charter.words' },
  { id: 'hashtags', label: 'charter.hashtags' },
  { id: 'line', label: 'charter.line' },
  { id: 'rules', label: 'charter.rules' },
  { id: 'versions', label: 'charter.versions' },
] as const satisfies readonly { id: string; label: MessageKey }[];

export type SectionId = (typeof sections)[number]['id'];

/** Where the element of a section is found. */
export const anchor = (id: SectionId) => `charter-${id}`;

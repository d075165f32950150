import type { Charter, CharterView, Finding, Mood } from '../../../ipc/wire';
import { isMessage, t, type MessageKey } from '../../../lib/words.svelte';
import { swatchName } from '../names';

export interface FindingLine {
  fine: boolean;
  words: string;
}

/** What the charter leaves to be desired, and the good news of what it does not. */
export function findingLines({ charter, findings }: CharterView, language: string): FindingLine[] {
  const wanting = findings.map((finding) => ({ fine: false, words: findingWords(charter, finding, language) }));
  const none = (code: string) => !findings.some((finding) => finding.code === code);
  const fine: string[] = [];
  if (none('charter-contrast')) fine.push(t('charter.fine.contrast'));
  if (none('charter-font-licence')) fine.push(t('charter.fine.fonts', { count: faces(charter) }));
  if (charter.logo && none('charter-logo-raster')) fine.push(t('charter.fine.logo'));
  return [...fine.map((words) => ({ fine: true, words })), ...wanting];
}

function faces({ fonts }: Charter): number {
  return new Set([fonts.title.family, fonts.text.family]).size;
}

function findingWords(charter: Charter, { code, parameters }: Finding, language: string): string {
  const key = `charter.finding.${code}`;
  if (!isMessage(key)) return code;
  const { mood, ratio } = parameters;
  const said = { ...parameters };
  if (mood) said['mood'] = swatchName(charter, mood as Mood);
  if (ratio) said['ratio'] = Number(ratio).toLocaleString(language, { minimumFractionDigits: 1 });
  return t(key as MessageKey, said);
}

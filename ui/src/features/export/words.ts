import type { DocumentView, ExportAs, Finding } from '../../ipc/wire';
import { figures, isMessage, t, type MessageKey } from '../../lib/words.svelte';
import { type Choice, fileKind } from './choices';

/** "7 PNG, 1080 × 1350", "1 PDF, 7 pages". */
export function choiceSummary({ format, pages }: Choice, as: ExportAs): string {
  const kind = fileKind(format, as);
  if (format.isDocument) return t('export.choice.document', { count: pages.size, kind });
  return t('export.choice.images', { files: pages.size, kind, size: `${format.size.width} × ${format.size.height}` });
}

/** What a finding says with the number of its view, and what can be done about it. */
export function findingWords(finding: Finding, { pages }: DocumentView): { what: string; detail: string } {
  const number = pages.find((page) => page.id === finding.page)?.number;
  const what = say(finding, 'what');
  return { what: number ? t('export.point', { number, what }) : what, detail: say(finding, 'detail') };
}

/** The end of a path, as people read it: "Documents / Planche". */
export function folderWords(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).slice(-2).join(' / ') || path;
}

function say({ code, parameters }: Finding, part: 'what' | 'detail'): string {
  const key = `editor.finding.${code}.${part}`;
  const known = isMessage(key) ? key : (`editor.finding.unknown.${part}` as MessageKey);
  return t(known, { code, ...figures(parameters) });
}

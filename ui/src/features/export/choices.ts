import type { ExportAs, ExportChoice, Finding, FormatCard, Page, Severity, Uuid } from '../../ipc/wire';

/** What leaves for one format. */
export interface Choice {
  format: FormatCard;
  wanted: boolean;
  pages: ReadonlySet<Uuid>;
}

/** Every format wanted; a network that takes fewer images than there are pages starts with the first ones. */
export function firstChoices(formats: readonly FormatCard[], pages: readonly Page[]): Choice[] {
  return formats.map((format) => ({
    format,
    wanted: true,
    pages: new Set(pages.slice(0, format.maxPages ?? pages.length).map((page) => page.id)),
  }));
}

/** Files one choice writes: a document, and any PDF, gathers its pages in one. */
export function fileCount({ format, wanted, pages }: Choice, as: ExportAs): number {
  if (!wanted || pages.size === 0) return 0;
  return format.isDocument || as === 'pdf' ? 1 : pages.size;
}

export function totalFiles(choices: readonly Choice[], as: ExportAs): number {
  return choices.reduce((sum, choice) => sum + fileCount(choice, as), 0);
}

/** Whether a choice writes anything. */
function leaves({ wanted, pages }: Choice): boolean {
  return wanted && pages.size > 0;
}

/** The choices as the core wants them: formats and pages left out stay out, pages keep the order of the document. */
export function request(choices: readonly Choice[], order: readonly Uuid[]): ExportChoice[] {
  return choices
    .filter(leaves)
    .map(({ format, pages }) => ({ format: format.id, pages: order.filter((page) => pages.has(page)) }));
}

/** The kind of file a choice gives, as people write it. */
export function fileKind(format: FormatCard, as: ExportAs): string {
  return format.isDocument ? 'PDF' : as.toUpperCase();
}

/** The findings that bear on a choice: those of its format and its pages, and those of the whole creation. */
export function findingsOf(choice: Choice, findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ format }) => format === null || format === choice.format.id)
    .filter(({ page }) => page === null || choice.pages.has(page))
    .filter((finding) => !satisfied(finding, choice))
    .sort((one, other) => rank(one.severity) - rank(other.severity));
}

/** What is settled by choosing fewer pages is no longer a point. */
function satisfied({ code }: Finding, { format, pages }: Choice): boolean {
  return code === 'too-many-pages' && format.maxPages !== null && pages.size <= format.maxPages;
}

/** The gravest of some findings; `null` when nothing asks for attention. */
export function gravest(findings: readonly Finding[]): 'block' | 'review' | null {
  if (findings.some(({ severity }) => severity === 'block')) return 'block';
  return findings.some(({ severity }) => severity === 'review') ? 'review' : null;
}

/** Points over all wanted choices, each said once even when several formats share it. */
export function countPoints(
  choices: readonly Choice[],
  findings: readonly Finding[],
): { block: number; review: number } {
  const points = new Set(choices.filter(leaves).flatMap((choice) => findingsOf(choice, findings)));
  const count = (severity: Severity) => [...points].filter((finding) => finding.severity === severity).length;
  return { block: count('block'), review: count('review') };
}

function rank(severity: Severity): number {
  return ['block', 'review', 'info'].indexOf(severity);
}

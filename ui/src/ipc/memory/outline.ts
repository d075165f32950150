import type { Layout, Picture } from '../wire';

/** What a page holds before anything is worked out from it. */
export interface Draft {
  title: string;
  body: string;
  /** null: inferred. */
  layout: Layout | null;
  picture: Picture | null;
}

const PICTURE = /^!\[([^\]]*)\]\(([^)]*)\)(?:\{focus=(\d+),(\d+)\})?\s*$/;
const HEADING = /^#\s+(.*?)(?:\s*\{(cover|point|list|quote|number|call)\})?\s*$/;

/** The pages of an outline: a `# Title {layout}` line, or a quote after an empty line, opens one. */
export function read(outline: string): Draft[] {
  const pages: Draft[] = [];
  let previous = '';
  for (const line of withoutFrontMatter(outline).split('\n')) {
    const heading = HEADING.exec(line);
    const quote = line.startsWith('>') && previous.trim() === '';
    if (heading) pages.push(draft(heading[1] ?? '', (heading[2] as Layout | undefined) ?? null));
    else if (quote || pages.length === 0) {
      if (line.trim()) pages.push(draft('', null));
    }
    if (!heading) addLine(pages.at(-1), line);
    previous = line;
  }
  return pages.map((page) => ({ ...page, body: page.body.trim() }));
}

/** The same pages as outline text. */
export function write(title: string, pages: readonly Draft[]): string {
  return `---\ntitle: ${title}\n---\n${pages.map(writePage).join('\n\n')}\n`;
}

export function draft(title: string, layout: Layout | null): Draft {
  return { title, body: '', layout, picture: null };
}

/** The layout the text calls for. */
export function infer({ title, body }: Draft, index: number, count: number): Layout {
  if (index === 0) return 'cover';
  if (!title && body.startsWith('>')) return 'quote';
  if (/^[-*] /m.test(body)) return 'list';
  if (/^\d/.test(title)) return 'number';
  return index === count - 1 && body.includes('](') ? 'call' : 'point';
}

function addLine(page: Draft | undefined, line: string): void {
  if (!page) return;
  const picture = PICTURE.exec(line);
  if (!picture) {
    page.body += `${line}\n`;
    return;
  }
  const [, alt = '', source = '', x = '50', y = '50'] = picture;
  page.picture = {
    asset: null,
    source,
    name: source.split('/').at(-1)!,
    alt,
    focusX: Number(x) / 100,
    focusY: Number(y) / 100,
    missing: false,
  };
}

function writePage({ title, body, layout, picture }: Draft): string {
  const heading = title && `# ${title}${layout ? ` {${layout}}` : ''}`;
  const shown =
    picture && `![${picture.alt}](${picture.source}){focus=${percent(picture.focusX)},${percent(picture.focusY)}}`;
  return [heading, body, shown].filter(Boolean).join('\n');
}

function percent(fraction: number): number {
  return Math.round(100 * fraction);
}

function withoutFrontMatter(outline: string): string {
  return outline.replace(/^---\n[\s\S]*?\n---\n/, '');
}

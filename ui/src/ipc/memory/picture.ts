import type { Page, Swatch } from '../wire';
import type { Library } from './library';

/** A drawing of where the page's text goes, on the brand's colours. Not a rendering: Rust makes those. */
export function placeholder(library: Library, document: string, id: string, format: string): string {
  const view = library.document(document).view();
  const page = view.pages.find((candidate) => candidate.id === id);
  const brand = library.brands.find((candidate) => candidate.id === view.brand);
  const size = library.studio().formats.find((candidate) => candidate.id === format)?.size ?? {
    width: 1080,
    height: 1350,
  };
  return page && brand ? draw(page, brand.swatches, size.width, size.height) : '';
}

/** Address of a page drawn on those colours. */
export function draw(page: Page, swatches: readonly Swatch[], width: number, height: number): string {
  return `data:image/svg+xml,${encodeURIComponent(drawing(page, swatches, width, height))}`;
}

function drawing(page: Page, swatches: readonly Swatch[], width: number, height: number): string {
  const unit = Math.min(width, height) / 108;
  const { ground, ink } = colours(page, swatches);
  const picture = page.picture
    ? `<rect x="${8 * unit}" y="0" width="${width - 16 * unit}" height="${height * 0.42}" fill="${ink}" opacity=".16"/>`
    : '';
  const top = page.picture ? height * 0.42 + 16 * unit : 20 * unit;
  const text = [...lines(page.title, 15, 11, 'bold'), ...lines(page.body, 42, 4.4, 'normal')];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${ground}"/>${picture}${set(text, unit, top, ink)}</svg>`;
}

interface Line {
  words: string;
  /** Units. */
  size: number;
  weight: string;
}

function set(text: Line[], unit: number, top: number, ink: string): string {
  let y = top;
  return text
    .map(({ words, size, weight }) => {
      y += size * 1.2 * unit;
      const style = `font-family="serif" font-size="${size * unit}" font-weight="${weight}"`;
      return `<text x="${8 * unit}" y="${y}" ${style} fill="${ink}">${escaped(words)}</text>`;
    })
    .join('');
}

function lines(text: string, width: number, size: number, weight: string): Line[] {
  const broken = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'g')) ?? []);
  return broken.map((words) => ({ words: words.trim(), size, weight }));
}

function colours(page: Page, swatches: readonly Swatch[]): { ground: string; ink: string } {
  const value = (role: string) => swatches.find((swatch) => swatch.role === role)?.value;
  const paper = value('ground') ?? '#ffffff';
  const ink = value('ink') ?? '#171716';
  if (page.layout === 'quote') return { ground: ink, ink: paper };
  if (page.layout === 'point') return { ground: value('soft') ?? paper, ink };
  if (page.layout === 'number') return { ground: value('vivid') ?? paper, ink };
  return { ground: paper, ink };
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

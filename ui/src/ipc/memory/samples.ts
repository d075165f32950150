import rawFonts from '../../../../assets/fonts/manifest.json';
import fontsAddress from '../../../../assets/fonts/manifest.json?url';
import rawPairs from '../../../../assets/fonts/pairs.json';
import rawFormats from '../../../../assets/platforms/formats.json';
import mareeCharter from '../../../../assets/brands/maree-basse/charter.json';
import mareeOutline from '../../../../assets/brands/maree-basse/creation.md?raw';
import mareeLogo from '../../../../assets/brands/maree-basse/logo.svg?raw';
import mareeMotif from '../../../../assets/brands/maree-basse/motif.svg?raw';
import rustineCharter from '../../../../assets/brands/rustine/charter.json';
import rustineOutline from '../../../../assets/brands/rustine/creation.md?raw';
import rustineLogo from '../../../../assets/brands/rustine/logo.svg?raw';
import rustineMotif from '../../../../assets/brands/rustine/motif.svg?raw';
import { charterFrom } from './charter-file';
import type { BrandCard, Charter, FontPair, FormatCard, Layout, Shape } from '../wire';

/** A brand to install, with its creations. */
export interface SampleBrand {
  card: Omit<BrandCard, 'id'>;
  charter: Charter;
  /** Addresses of the drawings it names. */
  files: Record<string, string>;
  creations: { title: string; outline: string; changed: Date }[];
}

export const layouts: Layout[] = [
  'cover',
  'point',
  'list',
  'steps',
  'comparison',
  'number',
  'quote',
  'picture',
  'person',
  'call',
];

export const templates = ['affiche', 'atelier', 'revue'];

export const formats: FormatCard[] = rawFormats.formats.map((format) => ({
  id: format.id,
  platform: format.platform,
  name: format.name,
  short: format.short,
  size: { width: format.width, height: format.height },
  aspect: format.aspect,
  isDocument: format.document,
  maxPages: format.max_pages,
  safeArea: format.safe_area,
  // What is read from JSON has a shape of any text.
  crops: (format.crops ?? []).map(({ name, ...area }) => ({ name, area: area as unknown as Shape })),
  verified: format.verified,
}));

export const fontPairs: FontPair[] = rawPairs.pairs.map((pair) => ({
  id: pair.id,
  title: pair.title.family,
  text: pair.text.family,
}));

/** The families offered, and where the workbench's server finds their letters. */
const families = rawFonts.families.filter(({ kind }) => ['serif', 'sans', 'mono'].includes(kind));
export const typefaces = families.map(({ family }) => family);

export function typefaceUrl(place: number): string {
  const family = families[place]!;
  const root = fontsAddress.replace(/assets\/fonts\/manifest\.json.*$/, '');
  return `${root}node_modules/${family.package}/${family.files[0]!.source}`;
}

const HOUR = 3_600_000;

/** The sample creation of each brand, then shorter ones made of its first pages. */
export const samples: SampleBrand[] = [
  {
    card: card(mareeCharter),
    charter: charterFrom(mareeCharter),
    files: { 'logo.svg': address(mareeLogo), 'motif.svg': address(mareeMotif) },
    creations: [
      { title: 'Oui, vos bols vont au four', outline: mareeOutline, changed: ago(0.3) },
      ...shorter(mareeOutline, [
        'Vingt essais, un hiver',
        'On cuit deux fois',
        'La cuisson de décembre',
        'Coque ou lichen\u202f?',
      ]),
      ...shorter(
        mareeOutline,
        ['Trois vases, une seule terre', 'Défournement du lundi', 'Nos dix pièces de l’année'],
        90,
      ),
    ],
  },
  {
    card: card(rustineCharter),
    charter: charterFrom(rustineCharter),
    files: { 'logo.svg': address(rustineLogo), 'motif.svg': address(rustineMotif) },
    creations: [{ title: 'Rustine', outline: rustineOutline, changed: ago(5) }],
  },
];

function card(charter: typeof mareeCharter | typeof rustineCharter): SampleBrand['card'] {
  const { ground, ink } = charter.colors;
  return {
    name: charter.name,
    tagline: charter.tagline,
    swatches: Object.entries(charter.colors).map(([role, colour]) => ({ role, ...colour })),
    tile: { ground: ink.value, ink: ground.value },
    logoTakesInk: true,
    logoStamp: 'sample',
    template: charter.template,
    titleFamily: charter.fonts.title.family,
    textFamily: charter.fonts.text.family,
    sample: true,
  };
}

function shorter(outline: string, titles: string[], hours = 20): SampleBrand['creations'] {
  const pages = outline.replace(/^---[\s\S]*?---\n/, '').split(/\n(?=# |> )/);
  return titles.map((title, index) => {
    const [, ...cover] = pages[0]!.split('\n');
    const rest = pages.slice(1, 2 + index);
    return { title, outline: [`# ${title}`, ...cover, ...rest].join('\n'), changed: ago(hours * (index + 1)) };
  });
}

function ago(hours: number): Date {
  return new Date(Date.now() - hours * HOUR);
}

/** The logo's address; the tile paints it in its own ink. */
function address(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

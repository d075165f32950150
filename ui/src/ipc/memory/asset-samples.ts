import type { Rights, Tone, Uuid } from '../wire';
import { noRights, type StoredAsset } from './asset';

/** The photographs that come with the sample brands: file, size, mean colour, its family, subjects, description. */
type Photograph = [name: string, width: number, height: number, color: string, tone: Tone, tags: string[], alt: string];

const MAREE: Photograph[] = [
  [
    'bols-empiles',
    680,
    850,
    '#c6b9ac',
    'white',
    ['Bols'],
    'Trois bols en grès empilés, rose, blanc moucheté et céladon, sur fond écru.',
  ],
  [
    'etagere-sechage',
    1020,
    680,
    '#866d54',
    'brown',
    ['Atelier', 'Bols'],
    'Bols et tasses crus qui sèchent sur trois étagères.',
  ],
  [
    'trois-vases',
    680,
    850,
    '#b28e76',
    'pink',
    ['Vases'],
    'Trois vases, blanc, vert bouteille et jaune, sur fond rose.',
  ],
  ['pile-verticale', 612, 1088, '#323328', 'green', ['Bols', 'À table'], ''],
  ['detail-email', 600, 600, '#cec6bb', 'white', ['Émaux', 'Bols'], 'Émail blanc moucheté, de près.'],
  ['bouteille', 680, 1020, '#bdb174', 'yellow', ['Vases'], ''],
  [
    'nuancier-emaux',
    680,
    850,
    '#a19584',
    'grey',
    ['Émaux', 'Atelier'],
    'Vingt carreaux d’essai d’émail, rangés par teinte.',
  ],
  ['assiettes-dessus', 765, 765, '#b0aea1', 'grey', ['À table'], 'Assiettes rose, verte et écrue vues de dessus.'],
  ['plat-gratin', 1020, 680, '#b6a487', 'orange', ['À table'], 'Gratin doré dans un plat vert d’eau.'],
  ['six-bols-dessus', 750, 600, '#887e6a', 'green', ['Bols', 'Émaux'], ''],
  ['estran', 1020, 680, '#7a786f', 'grey', ['Paysage'], 'Sable ridé par la marée basse.'],
  ['vase-coque', 600, 900, '#c5b6a8', 'pink', ['Vases'], 'Vase rose et gobelet vert sur fond écru.'],
  ['tasses', 680, 850, '#545646', 'green', ['À table'], 'Deux tasses, blanche et rose, sur fond vert sombre.'],
  ['pile-assiettes', 600, 750, '#a1a596', 'teal', ['À table'], ''],
  ['bol-agrumes', 750, 937, '#cfa284', 'orange', ['Bols', 'À table'], 'Quatre citrons dans une coupe mouchetée.'],
  [
    'collection-hiver',
    1020,
    680,
    '#b1b2a6',
    'teal',
    ['Vases', 'À table'],
    'Cinq pièces de la collection d’hiver alignées.',
  ],
  ['tournage', 680, 850, '#867160', 'brown', ['Atelier'], 'Un bol qui monte sur le tour.'],
  ['bol-varech', 680, 850, '#8c9483', 'green', ['Bols', 'Émaux'], ''],
];
const RUSTINE: Photograph[] = [
  ['pignons', 680, 850, '#683b30', 'red', ['Pièces'], 'Pignons démontés sur un chiffon rouge.'],
  ['pneus', 1020, 680, '#988e84', 'grey', ['Pièces', 'Atelier'], 'Pneus pendus au mur de l’atelier.'],
  ['roue', 680, 850, '#a2aaab', 'grey', ['Atelier'], ''],
  ['sonnette', 680, 850, '#ccab93', 'orange', ['Pièces'], 'Une sonnette de laiton sur un guidon.'],
];

const files = import.meta.glob<string>('../../../../assets/brands/*/photos/*.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
});
const HOUR = 3_600_000;

/** `count` files for the first sample brand, a few for the other: its photographs as they are, then framed anew. */
export function sampleAssets(brand: Uuid, name: string, count: number): StoredAsset[] {
  const photographs = name === 'Rustine' ? RUSTINE : MAREE;
  const length = name === 'Rustine' ? Math.min(count, 12) : count;
  return Array.from({ length }, (_, at) => sample(brand, photographs, at));
}

function sample(brand: Uuid, photographs: Photograph[], at: number): StoredAsset {
  const photograph = photographs[at % photographs.length]!;
  const [name, , , color, tone, tags, alt] = photograph;
  const first = at < photographs.length;
  const kind = !first && at % 17 === 0 ? 'video' : !first && at % 29 === 0 ? 'drawing' : 'photo';
  const format = { photo: 'jpeg', video: 'mp4', drawing: 'svg' }[kind];
  const created = Date.now() - at * 5 * HOUR;
  return {
    ...{ id: crypto.randomUUID(), brand, kind, format, color, tone, tags, created, ...sizeOf(photograph, at, first) },
    name: `${name}${first ? '' : `-${Math.floor(at / photographs.length) + 1}`}.${format === 'jpeg' ? 'jpg' : format}`,
    ...{ picked: at % 7 === 0 || at === 2, rating: at % 6, focusX: 0.5, focusY: 0.5, trashed: null, stamp: '1' },
    ...{ bytes: 3_000_000 + (at % 40) * 120_000, taken: new Date(created - 48 * HOUR).toISOString(), alt, notes: '' },
    ...{ collections: [], rights: rightsOf(at), consents: [], url: addressOf(name) },
  };
}

/** Of a camera's file: the true proportions, then those of a few usual frames. */
function sizeOf([, width, height]: Photograph, at: number, first: boolean): { width: number; height: number } {
  const ratios = [width / height, 4 / 5, width / height, 1, 3 / 2, 9 / 16, 2 / 3];
  const ratio = first ? width / height : ratios[at % ratios.length]!;
  return { width: Math.round(3000 * Math.sqrt(ratio)), height: Math.round(3000 / Math.sqrt(ratio)) };
}

function rightsOf(at: number): Rights {
  const camille = { ...noRights, author: 'Camille Roussel', credit: 'Camille Roussel', people: 'none' as const };
  if (at % 46 === 1) return { ...noRights, licence: 'assigned' };
  if (at % 46 === 24) return noRights;
  if (at % 31 === 5) return { ...camille, licence: 'licensed', terms: 'Un an, réseaux sociaux', until: '2024-06-30' };
  if (at % 9 === 4) return { ...camille, licence: 'licensed', terms: 'Réseaux sociaux', until: '2031-06-30' };
  return { ...camille, licence: 'assigned', terms: 'Cession à l’atelier', until: '2038-12-31' };
}

function addressOf(name: string): string {
  const [, address = ''] = Object.entries(files).find(([path]) => path.endsWith(`/${name}.jpg`)) ?? [];
  return address;
}

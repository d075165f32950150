import type {
  BrandCard,
  Charter,
  CharterChange,
  CharterImpact,
  CharterKind,
  CharterView,
  PaletteProposal,
  Problem,
  ProofPage,
  Uuid,
} from '../wire';
import { contrasts, difference, findings, roles, tints } from './charter-facts';
import type { MemoryDocument } from './document';
import type { Library } from './library';
import { draw } from './picture';
import { formats } from './samples';

interface Version {
  number: number;
  name: string;
  since: string;
  charter: Charter;
}

/** A brand's charters, the present one first, and what they name. */
interface Wardrobe {
  versions: Version[];
  draft: Charter | null;
  /** Addresses of drawings and typefaces, by name. */
  files: Map<string, string>;
}

/** The layouts a proof shows, each in its format. */
const FRAMES = [
  ['cover', 'ig_carousel_4_5'],
  ['number', 'ig_carousel_4_5'],
  ['quote', 'ig_carousel_4_5'],
  ['list', 'ig_carousel_4_5'],
  ['point', 'ig_story'],
  ['call', 'x_image_16_9'],
] as const;

/** The charters of a library in memory, and their drafts. */
export class Charters {
  readonly #library: Library;
  readonly #wardrobes = new Map<Uuid, Wardrobe>();

  constructor(library: Library) {
    this.#library = library;
  }

  view(brand: Uuid): CharterView {
    const { versions, draft, files } = this.#of(brand);
    const charter = draft ?? versions[0]!.charter;
    const cards = this.#library.cards(brand);
    const published = cards.filter((card) => card.published).length;
    return {
      brand,
      charter,
      drafted: draft !== null,
      versions: versions.map(({ number, name, since }) => ({ number, name, since })),
      documents: cards.length - published,
      published,
      files: Object.fromEntries([...files.keys()].map((name) => [name, name])),
      tints: tints(charter),
      contrasts: contrasts(charter),
      findings: findings(charter),
    };
  }

  save(brand: Uuid, charter: Charter): CharterView {
    check(charter);
    const wardrobe = this.#of(brand);
    const unchanged = difference(wardrobe.versions[0]!.charter, charter).length === 0;
    wardrobe.draft = unchanged ? null : charter;
    return this.view(brand);
  }

  discard(brand: Uuid): CharterView {
    this.#of(brand).draft = null;
    return this.view(brand);
  }

  impact(brand: Uuid): CharterImpact {
    const { versions, draft } = this.#of(brand);
    const changes = difference(versions[0]!.charter, draft ?? versions[0]!.charter);
    const visible = changes.some(({ path }) => !/^(editorial|rules)\b/.test(path));
    const cards = this.#library.cards(brand);
    return {
      changes,
      documents: visible ? cards.filter((card) => !card.published) : [],
      published: cards.filter((card) => card.published).length,
    };
  }

  apply(brand: Uuid, name: string): CharterView {
    const wardrobe = this.#of(brand);
    const charter = wardrobe.draft ?? wardrobe.versions[0]!.charter;
    const number = wardrobe.versions[0]!.number + 1;
    wardrobe.versions = [{ number, name, since: new Date().toISOString(), charter }, ...wardrobe.versions];
    wardrobe.draft = null;
    this.#library.dress(brand, charter);
    return this.view(brand);
  }

  compare(brand: Uuid, number: number): CharterChange[] {
    return difference(this.view(brand).charter, this.#version(brand, number).charter);
  }

  restore(brand: Uuid, number: number): CharterView {
    return this.save(brand, structuredClone(this.#version(brand, number).charter));
  }

  addFile(brand: Uuid, path: string): string {
    if (!/\.(svg|png|jpe?g|webp|ttf|otf|woff2)$/i.test(path)) throw { code: 'badLogo', parameters: { path } };
    const name = path.split('/').at(-1)!;
    this.#of(brand).files.set(name, path);
    return name;
  }

  /** The copy has no creations, and no versions of before. */
  duplicate(brand: Uuid): BrandCard {
    const { versions, files } = this.#of(brand);
    const charter = structuredClone(versions[0]!.charter);
    const card = this.#library.copyBrand(brand);
    charter.name = card.name;
    this.#wardrobes.set(card.id, { versions: [first(charter)], draft: null, files: new Map(files) });
    return card;
  }

  proof(brand: Uuid, turn: number): ProofPage[] {
    const { charter } = this.view(brand);
    const documents = this.#library.documents.filter((document) => document.brand === brand && !document.trashed);
    const shown = documents.length > 0 ? documents : [this.#library.specimen(brand)];
    const all = shown.flatMap((document) => document.view().pages.map((page) => ({ document, page })));
    const at = (turn * FRAMES.length) % all.length;
    const pages = [...all.slice(at), ...all.slice(0, at)];
    const stamp = String(hash(JSON.stringify({ ...charter, editorial: null, rules: null })));
    return FRAMES.flatMap(([layout, id]) => {
      const wanted = Math.max(
        0,
        pages.findIndex(({ page }) => page.layout === layout),
      );
      const [taken] = pages.splice(wanted, 1);
      const { width, height } = formats.find((format) => format.id === id)!.size;
      return taken ? [{ ...proofOf(taken.document, taken.page), format: id, width, height, stamp }] : [];
    });
  }

  picture(brand: Uuid, { document, page, width, height }: ProofPage): string {
    const shown = this.#library.shown(document).find(({ id }) => id === page);
    const { colors } = this.view(brand).charter;
    const swatches = roles.map((role) => ({ role, ...colors[role] }));
    return shown ? draw(shown, swatches, width, height) : '';
  }

  drawing(brand: Uuid, name: string): string {
    return this.#of(brand).files.get(name) ?? '';
  }

  readPalette(brand: Uuid, path: string | null): PaletteProposal {
    const { charter } = this.view(brand);
    const { more: _, ...six } = charter.colors;
    const colors = Object.values(six).toReversed();
    const proposal = structuredClone(charter.colors);
    [proposal.vivid, proposal.soft] = [proposal.soft, proposal.vivid];
    const leftOut = [{ name: 'Ombre', reason: 'kind' }];
    return {
      source: path?.split('/').at(-1) ?? charter.logo?.file ?? '',
      colors,
      proposal,
      charter: { ...structuredClone(charter), colors: proposal },
      adjusted: ['accent'],
      leftOut,
    };
  }

  export(brand: Uuid, folder: string, kinds: CharterKind[]): string[] {
    const name = this.view(brand).charter.name;
    const ends = {
      pdf: '.pdf',
      dtcg: '.tokens.json',
      legacy: '.json',
      ase: '.ase',
      gpl: '.gpl',
      css: '.css',
      brand: '.planche',
    };
    return kinds.map((kind) => `${folder}/${name}${ends[kind]}`);
  }

  #of(brand: Uuid): Wardrobe {
    const known = this.#wardrobes.get(brand);
    if (known) return known;
    const { charter, files } = this.#library.wardrobe(brand);
    const made = { versions: [first(charter)], draft: null, files };
    this.#wardrobes.set(brand, made);
    return made;
  }

  #version(brand: Uuid, number: number): Version {
    const version = this.#of(brand).versions.find((candidate) => candidate.number === number);
    if (!version) throw { code: 'notFound', parameters: {} } satisfies Problem;
    return version;
  }
}

function first(charter: Charter): Version {
  return { number: 1, name: '', since: new Date(Date.now() - 864e5).toISOString(), charter };
}

function check({ name, gradients, fonts }: Charter): void {
  const refuse = (detail: string): never => {
    throw { code: 'badCharter', parameters: { detail } } satisfies Problem;
  };
  if (!name.trim()) refuse('the charter has no name');
  if (gradients.some(({ stops }) => stops.length < 2)) refuse('a gradient of the charter needs two colours');
  if (![fonts.title, fonts.text].every(({ family }) => family.trim())) refuse('a face names no typeface');
}

function proofOf(
  document: MemoryDocument,
  page: { id: Uuid; title: string },
): Pick<ProofPage, 'document' | 'page' | 'title'> {
  return { document: document.id, page: page.id, title: page.title };
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7);
}

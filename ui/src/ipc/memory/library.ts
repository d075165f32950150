import { hexColour, readableOn } from '../../lib/colour';
import type { AssetUse, BrandCard, Charter, DocumentCard, NewBrand, Page, Preferences, Studio, Uuid } from '../wire';
import { MemoryDocument } from './document';
import { blank } from './charter-file';
import { fontPairs, formats, layouts, samples, templates, typefaces, type SampleBrand } from './samples';

/** The formats a new creation is made for; the first is the master. */
const STARTING_FORMATS = ['ig_carousel_4_5', 'ig_story', 'li_document_1_1', 'x_image_16_9'];

const SPECIMEN = [
  '# Ce que nous faisons, en une phrase',
  '# 12\nans de métier',
  '> Une phrase de vous\n> — Prénom Nom',
  '# À retenir\n- Un\n- Deux\n- Trois',
  '# Un détail qui compte\nQuelques mots simples.',
  '# Passez nous voir',
].join('\n');

/** Brands and their creations. */
export class Library {
  brands: BrandCard[] = [];
  documents: MemoryDocument[] = [];
  preferences: Preferences = { theme: 'light', language: 'fr', brand: null, panels: {} };
  /** The charters that brands came with, and the addresses of the drawings those name. */
  readonly #wardrobes = new Map<Uuid, { charter: Charter; files: Map<string, string> }>();
  readonly #specimens = new Map<Uuid, MemoryDocument>();
  #shown = { at: '', uses: new Map<string, AssetUse[]>() };

  studio(): Studio {
    const { brands, preferences } = this;
    return {
      brands,
      formats,
      layouts,
      templates,
      fontPairs,
      typefaces,
      preferences,
      version: '0.1.0',
      exportFolder: '/home/ada/Images',
      readOnly: false,
    };
  }

  /** Installs the sample brands once; answers the document to open. */
  installSamples(): Uuid {
    const already = this.brands.find((brand) => brand.sample);
    if (!already) samples.forEach((sample) => this.#install(sample));
    const first = this.brands.find((brand) => brand.sample);
    this.preferences = { ...this.preferences, brand: first?.id ?? null };
    return this.documents.find((document) => document.brand === first?.id)!.id;
  }

  createBrand({ name, tagline, primary, secondary, logo, fontPair }: NewBrand): BrandCard {
    if (!name) throw { code: 'emptyName', parameters: {} };
    const [ground, ink] = [primary, secondary].map(validColour) as [string, string];
    if (logo && !/\.(svg|png|jpe?g)$/i.test(logo)) throw { code: 'badLogo', parameters: { path: logo } };
    const pair = fontPairs.find((candidate) => candidate.id === fontPair) ?? fontPairs[0]!;
    return this.#keep({
      id: crypto.randomUUID(),
      name,
      tagline,
      swatches: [
        { role: 'ground', name: secondary, value: ink },
        { role: 'ink', name: primary, value: ground },
      ],
      tile: { ground, ink: readableOn(ground, [ink, '#ffffff', '#171716']) },
      logoStamp: null,
      logoTakesInk: false,
      template: 'atelier',
      titleFamily: pair.title,
      textFamily: pair.text,
      sample: false,
    });
  }

  /** Newest change first. */
  cards(brand: Uuid): DocumentCard[] {
    return this.documents
      .filter((document) => document.brand === brand && !document.trashed)
      .map((document) => document.card())
      .sort((a, b) => b.changed.localeCompare(a.changed));
  }

  create(brand: Uuid, title: string, outline: string | null): MemoryDocument {
    const document = new MemoryDocument(brand, title, outline ?? '', STARTING_FORMATS);
    this.documents.push(document);
    return document;
  }

  duplicate(id: Uuid): DocumentCard {
    const original = this.document(id);
    const { brand, title } = original.card();
    return this.create(brand, title, original.outline()).card();
  }

  trash(id: Uuid, trashed: boolean): null {
    this.document(id).trashed = trashed;
    return null;
  }

  publish(id: Uuid, published: boolean): null {
    this.document(id).published = published;
    return null;
  }

  /** The charter a brand came with: that of a new brand says what its card does. */
  wardrobe(id: Uuid): { charter: Charter; files: Map<string, string> } {
    return this.#wardrobes.get(id) ?? { charter: plain(this.#brand(id)), files: new Map() };
  }

  /** Shows a brand in the charter that was put in force. */
  dress(id: Uuid, charter: Charter): void {
    const { more: _, ...six } = charter.colors;
    const swatches = Object.entries(six).map(([role, colour]) => ({ role, ...colour }));
    const { title, text } = charter.fonts;
    const shown = {
      name: charter.name,
      tagline: charter.tagline,
      swatches,
      titleFamily: title.family,
      textFamily: text.family,
    };
    this.brands = this.brands.map((brand) => (brand.id === id ? { ...brand, ...shown } : brand));
  }

  copyBrand(id: Uuid): BrandCard {
    const brand = this.#brand(id);
    return this.#keep({ ...brand, id: crypto.randomUUID(), name: `${brand.name} (copie)`, sample: false });
  }

  /** A creation for brands that have none yet. */
  specimen(brand: Uuid): MemoryDocument {
    const known = this.#specimens.get(brand);
    const made = known ?? new MemoryDocument(brand, 'Épreuve', SPECIMEN, STARTING_FORMATS);
    this.#specimens.set(brand, made);
    return made;
  }

  /** The pages of a document, or of a specimen. */
  shown(id: Uuid): Page[] {
    const all = [...this.documents, ...this.#specimens.values()];
    return all.find((document) => document.id === id)?.view().pages ?? [];
  }

  document(id: Uuid): MemoryDocument {
    const document = this.documents.find((candidate) => candidate.id === id);
    if (!document) throw { code: 'notFound', parameters: {} };
    return document;
  }

  /** The documents that show a picture, named by its id or, in sample outlines, by its file. */
  pictured(id: Uuid, name: string): AssetUse[] {
    const open = this.documents.filter(({ trashed }) => !trashed);
    const at = open.map(({ id: document, changed }) => `${document} ${changed.getTime()}`).join();
    if (this.#shown.at !== at) this.#shown = { at, uses: usesOf(open) };
    return this.#shown.uses.get(id) ?? this.#shown.uses.get(name) ?? [];
  }

  #install({ card, charter, files, creations }: SampleBrand): void {
    const brand = this.#keep({ ...card, id: crypto.randomUUID() });
    this.#wardrobes.set(brand.id, { charter, files: new Map(Object.entries(files)) });
    creations.forEach(({ title, outline, changed }) => {
      this.create(brand.id, title, outline).changed = changed;
    });
  }

  #brand(id: Uuid): BrandCard {
    const brand = this.brands.find((candidate) => candidate.id === id);
    if (!brand) throw { code: 'notFound', parameters: {} };
    return brand;
  }

  #keep(brand: BrandCard): BrandCard {
    this.brands = [...this.brands, brand];
    return brand;
  }
}

/** The charter of a brand that was just made, from what its card shows. */
function plain({ name, tagline, swatches, titleFamily, textFamily }: BrandCard): Charter {
  const charter = structuredClone(blank);
  const swatch = (role: string, other: string) => ({
    name: other,
    value: swatches.find((candidate) => candidate.role === role)?.value ?? '#f4f1ea',
  });
  const [ground, ink] = [swatch('ground', 'Fond'), swatch('ink', 'Encre')];
  const rest = {
    accent: ink,
    vivid: swatch('vivid', 'Vif'),
    soft: swatch('soft', 'Doux'),
    cool: swatch('cool', 'Frais'),
  };
  Object.assign(charter, { name, tagline, colors: { ground, ink, ...rest, more: [] } });
  [charter.fonts.title.family, charter.fonts.text.family] = [titleFamily, textFamily];
  return charter;
}

function usesOf(documents: readonly MemoryDocument[]): Map<string, AssetUse[]> {
  const uses = new Map<string, AssetUse[]>();
  for (const document of documents) {
    for (const [picture, pages] of pagesByPicture(document)) {
      const { title, id } = document.card();
      const use = { document: id, title, pages, changed: document.changed.getTime() };
      uses.set(picture, [...(uses.get(picture) ?? []), use]);
    }
  }
  return uses;
}

function pagesByPicture(document: MemoryDocument): Map<string, number[]> {
  const shown = new Map<string, number[]>();
  for (const { picture, number } of document.view().pages) {
    const name = picture && (picture.asset ?? picture.name);
    if (name) shown.set(name, [...(shown.get(name) ?? []), number]);
  }
  return shown;
}

function validColour(value: string): string {
  const colour = hexColour(value);
  if (!colour) throw { code: 'badColour', parameters: { value } };
  return colour;
}

import { hexColour, readableOn } from '../../lib/colour';
import type { AssetUse, BrandCard, DocumentCard, NewBrand, Preferences, Studio, Uuid } from '../wire';
import { MemoryDocument } from './document';
import { fontPairs, formats, layouts, samples, templates, type SampleBrand } from './samples';

/** The formats a new creation is made for; the first is the master. */
const STARTING_FORMATS = ['ig_carousel_4_5', 'ig_story', 'li_document_1_1', 'x_image_16_9'];

/** Brands and their creations. */
export class Library {
  brands: BrandCard[] = [];
  documents: MemoryDocument[] = [];
  preferences: Preferences = { theme: 'light', language: 'fr', brand: null, panels: {} };
  /** Addresses of logos, by brand. */
  readonly logos = new Map<Uuid, string>();
  #shown = { at: '', uses: new Map<string, AssetUse[]>() };

  studio(): Studio {
    const { brands, preferences } = this;
    return {
      brands,
      formats,
      layouts,
      templates,
      fontPairs,
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

  #install({ card, logo, creations }: SampleBrand): void {
    const brand = this.#keep({ ...card, id: crypto.randomUUID() });
    this.logos.set(brand.id, logo);
    creations.forEach(({ title, outline, changed }) => {
      this.create(brand.id, title, outline).changed = changed;
    });
  }

  #keep(brand: BrandCard): BrandCard {
    this.brands = [...this.brands, brand];
    return brand;
  }
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

import type {
  AssetCard,
  AssetChange,
  AssetFacets,
  AssetPage,
  AssetQuery,
  AssetUse,
  AssetView,
  CollectionCard,
  Consent,
  Uuid,
} from '../wire';
import { apart, cardOf, frameOf, standingOf, type StoredAsset } from './asset';
import { sampleAssets } from './asset-samples';
import type { Library } from './library';
import { type Found, search } from './search';

const NEW = '00000000-0000-0000-0000-000000000000';
/** Files of an open one's neighbourhood. */
const SIMILAR = 6;

interface Collection {
  id: Uuid;
  brand: Uuid;
  name: string;
  query: AssetQuery | null;
}

/** The files of the brands and what is known of them. */
export class Assets {
  all: StoredAsset[] = [];
  /** The consents whose signed documents were asked for. */
  openedDocuments: Uuid[] = [];
  readonly #library: Library;
  readonly #tell: (brand: Uuid) => void;
  #collections: Collection[] = [];
  #last: { asked: string; all: StoredAsset[]; result: Found } | null = null;
  /** What the last change replaced. */
  #before: StoredAsset[] | null = null;

  constructor(library: Library, tell: (brand: Uuid) => void) {
    this.#library = library;
    this.#tell = tell;
  }

  /** Gives the sample brands their files, once: `count` to the first. */
  addSamples(count: number): void {
    if (this.all.length > 0) return;
    this.all = this.#library.brands.flatMap(({ id, name }) => sampleAssets(id, name, count));
  }

  add(asset: StoredAsset): void {
    this.all = [asset, ...this.all];
    this.#tell(asset.brand);
  }

  find(brand: Uuid, query: AssetQuery, after: string | null, limit: number): AssetPage {
    const { found, corrected } = this.#search(brand, query);
    const start = Number(after ?? 0);
    const end = start + limit;
    const assets = found.slice(start, end).map((asset) => this.#card(asset));
    return { assets, after: end < found.length ? String(end) : null, total: found.length, corrected };
  }

  facets(brand: Uuid, query: AssetQuery): AssetFacets {
    const own = this.all.filter((asset) => asset.brand === brand);
    const kept = own.filter(({ trashed }) => trashed === null);
    const { found } = this.#search(brand, query);
    const month = new Date(new Date().getFullYear(), new Date().getMonth(), 1).getTime();
    return {
      all: kept.length,
      picked: kept.filter(({ picked }) => picked).length,
      due: this.#search(brand, { ...query, due: true }).found.length,
      unused: kept.filter((asset) => !this.#isUsed(asset)).length,
      recent: kept.filter(({ created }) => created >= month).length,
      recentSince: month,
      trashed: own.length - kept.length,
      bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
      kinds: this.#tally(brand, { ...query, kinds: [] }, ({ kind }) => [kind]).map(([kind, count]) => ({
        kind,
        count,
      })),
      frames: this.#tally(brand, { ...query, frames: [] }, (asset) => [frameOf(asset)]).map(([frame, count]) => {
        return { frame, count };
      }),
      standings: this.#tally(brand, { ...query, standings: [] }, (asset) => [standingOf(asset)]).map(
        ([standing, count]) => ({ standing, count }),
      ),
      tones: this.#tally(brand, { ...query, tones: [] }, ({ tone }) => [tone]).map(([tone, count]) => ({
        tone,
        count,
      })),
      tags: tally(found, ({ tags }) => tags)
        .slice(0, 50)
        .map(([tag, count]) => ({ tag, count })),
      collections: this.#collections.filter((other) => other.brand === brand).map((card) => this.#collectionCard(card)),
    };
  }

  view(id: Uuid): AssetView {
    const asset = this.#asset(id);
    const { bytes, taken, alt, notes, tags, collections, rights, consents } = asset;
    const others = this.all.filter((other) => other !== asset && other.brand === asset.brand && other.trashed === null);
    const near = others.toSorted((a, b) => apart(a, asset) - apart(b, asset)).slice(0, SIMILAR);
    return {
      ...{ bytes, taken, alt, notes, tags, collections, rights, consents },
      card: this.#card(asset),
      uses: this.#uses(asset),
      palette: [asset.color ?? '#808080', ...near.slice(0, 3).map(({ color }) => color ?? '#808080')],
      similar: near.map((other) => this.#card(other)),
    };
  }

  change(ids: Uuid[], change: AssetChange): AssetCard[] {
    this.#before = ids.map((id) => structuredClone(this.#asset(id)));
    return this.#replace(ids.map((id) => changed(structuredClone(this.#asset(id)), change)));
  }

  undo(): AssetCard[] {
    const before = this.#before ?? [];
    this.#before = null;
    return this.#replace(before);
  }

  trash(ids: Uuid[], trashed: boolean): null {
    const at = trashed ? Date.now() : null;
    this.#replace(ids.map((id) => ({ ...this.#asset(id), trashed: at })));
    return null;
  }

  saveCollection(brand: Uuid, id: Uuid | null, name: string, query: AssetQuery | null): CollectionCard {
    const collection = { id: id ?? crypto.randomUUID(), brand, name, query };
    this.#collections = [...this.#collections.filter((other) => other.id !== collection.id), collection].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
    this.#tell(brand);
    return this.#collectionCard(collection);
  }

  deleteCollection(id: Uuid): null {
    const gone = this.#collections.find((collection) => collection.id === id);
    this.#collections = this.#collections.filter((collection) => collection !== gone);
    if (gone) this.#tell(gone.brand);
    return null;
  }

  saveConsent(ids: Uuid[], consent: Consent, attach: string | null): Consent {
    const file = attach === null ? consent.file : { name: attach.split('/').at(-1)!, blob: 'b3'.repeat(32) };
    const kept = { ...consent, id: consent.id === NEW ? crypto.randomUUID() : consent.id, file };
    this.#replace(
      ids.map((id) => {
        const asset = this.#asset(id);
        return { ...asset, consents: [...asset.consents.filter((other) => other.id !== kept.id), kept] };
      }),
    );
    return kept;
  }

  openConsentFile(id: Uuid): null {
    this.openedDocuments.push(id);
    return null;
  }

  withdrawConsent(id: Uuid): AssetUse[] {
    const shown = this.all.filter((asset) => asset.consents.some((consent) => consent.id === id));
    const withdrawn = new Date().toISOString().slice(0, 10);
    const withdraw = (consent: Consent) => (consent.id === id ? { ...consent, withdrawn } : consent);
    this.#replace(shown.map((asset) => ({ ...asset, consents: asset.consents.map(withdraw) })));
    return shown.flatMap((asset) => this.#uses(asset));
  }

  replaceAsset(id: Uuid, by: Uuid): AssetUse[] {
    const [asset, other] = [this.#asset(id), this.#asset(by)];
    const uses = this.#uses(asset);
    for (const { document, pages } of uses) {
      const open = this.#library.document(document);
      const shown = open.view().pages.filter(({ number }) => pages.includes(number));
      shown.forEach((page) => open.setPicture(page.id, { asset: other.id, name: other.name }));
    }
    this.#tell(asset.brand);
    return uses;
  }

  url(id: Uuid): string | undefined {
    return this.all.find((asset) => asset.id === id)?.url;
  }

  name(id: Uuid): string {
    return this.#asset(id).name;
  }

  /** The next page of a search is read from what its first page found. */
  #search(brand: Uuid, query: AssetQuery): Found {
    const asked = JSON.stringify([brand, query]);
    if (this.#last?.asked === asked && this.#last.all === this.all && query.used === null) return this.#last.result;
    const own = this.all.filter((asset) => asset.brand === brand);
    const result = search(own, query, (asset) => this.#isUsed(asset));
    this.#last = { asked, all: this.all, result };
    return result;
  }

  #tally<T>(brand: Uuid, query: AssetQuery, read: (asset: StoredAsset) => T[]): [T, number][] {
    return tally(this.#search(brand, query).found, read);
  }

  #collectionCard({ id, brand, name, query }: Collection): CollectionCard {
    const members = this.all.filter((asset) => asset.trashed === null && asset.collections.includes(id));
    return { id, name, query, count: query ? this.#search(brand, query).found.length : members.length };
  }

  #replace(next: StoredAsset[]): AssetCard[] {
    const byId = new Map(next.map((asset) => [asset.id, asset]));
    this.all = this.all.map((asset) => byId.get(asset.id) ?? asset);
    new Set(next.map(({ brand }) => brand)).forEach((brand) => this.#tell(brand));
    return next.map((asset) => this.#card(asset));
  }

  #card(asset: StoredAsset): AssetCard {
    return cardOf(asset, this.#uses(asset).length);
  }

  #isUsed(asset: StoredAsset): boolean {
    return this.#uses(asset).length > 0;
  }

  #uses(asset: StoredAsset): AssetUse[] {
    return this.#library.pictured(asset.id, asset.name);
  }

  #asset(id: Uuid): StoredAsset {
    const asset = this.all.find((candidate) => candidate.id === id);
    if (!asset) throw { code: 'notFound', parameters: {} };
    return asset;
  }
}

function changed(asset: StoredAsset, change: AssetChange): StoredAsset {
  switch (change.kind) {
    case 'rename':
      return { ...asset, name: change.name };
    case 'describe':
      return { ...asset, alt: change.alt };
    case 'note':
      return { ...asset, notes: change.notes };
    case 'rate':
      return { ...asset, rating: change.rating };
    case 'pick':
      return { ...asset, picked: change.picked };
    case 'aim':
      return { ...asset, focusX: change.x, focusY: change.y };
    case 'findFocus':
      return { ...asset, focusX: 0.5, focusY: 0.5 };
    case 'tag':
      return { ...asset, tags: [...asset.tags.filter((tag) => tag !== change.tag), change.tag] };
    case 'untag':
      return { ...asset, tags: asset.tags.filter((tag) => tag !== change.tag) };
    case 'setRights':
      return { ...asset, rights: change.rights };
    case 'credit':
      return { ...asset, rights: { ...asset.rights, credit: change.credit, author: change.author } };
    case 'collect':
      return { ...asset, collections: [...asset.collections, change.collection] };
    case 'uncollect':
      return { ...asset, collections: asset.collections.filter((id) => id !== change.collection) };
  }
}

/** How often each value is read, the commonest first. */
function tally<T>(assets: readonly StoredAsset[], read: (asset: StoredAsset) => T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of assets.flatMap(read)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

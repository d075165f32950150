import type { AssetQuery, AssetSort } from '../wire';
import { apart, frameOf, isDue, standingOf, type StoredAsset } from './asset';

/** Files that look alike, of those that are the nearest. */
const LIKE = 24;

/** What a search finds, in its order, and the words it looked for when they are not those typed. */
export interface Found {
  found: StoredAsset[];
  corrected: string | null;
}

export function search(
  assets: readonly StoredAsset[],
  query: AssetQuery,
  isUsed: (asset: StoredAsset) => boolean,
): Found {
  const { text, corrected } = understood(assets, query);
  const words = wordsOf(text);
  const kept = assets.filter((asset) => keeps(asset, query, isUsed) && says(asset, words));
  const found = query.like === null ? kept.toSorted(orders[query.sort]) : nearest(kept, assets, query.like);
  return { found, corrected };
}

/** Lower case without accents, as people search. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function keeps(asset: StoredAsset, query: AssetQuery, isUsed: (asset: StoredAsset) => boolean): boolean {
  const among = <T>(choices: T[], value: T) => choices.length === 0 || choices.includes(value);
  const is = (wanted: boolean | null, value: () => boolean) => wanted === null || wanted === value();
  return (
    (asset.trashed !== null) === query.trashed &&
    among(query.kinds, asset.kind) &&
    among(query.frames, frameOf(asset)) &&
    among(query.standings, standingOf(asset)) &&
    among(query.tones, asset.tone) &&
    query.tags.every((tag) => asset.tags.includes(tag)) &&
    (query.anyTags.length === 0 || query.anyTags.some((tag) => asset.tags.includes(tag))) &&
    !query.withoutTags.some((tag) => asset.tags.includes(tag)) &&
    is(query.picked, () => asset.picked) &&
    is(query.used, () => isUsed(asset)) &&
    (!query.due || isDue(asset)) &&
    (query.collection === null || asset.collections.includes(query.collection)) &&
    (query.importedSince === null || asset.created >= query.importedSince)
  );
}

function says(asset: StoredAsset, words: string[]): boolean {
  if (words.length === 0) return true;
  const said = vocabulary(asset);
  return words.every((word) => said.some((other) => other.startsWith(word)));
}

function vocabulary({ name, alt, tags, rights, notes }: StoredAsset): string[] {
  return wordsOf([name, alt, rights.credit, notes, ...tags].join(' '));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

/** Words that are nowhere are read as the nearest ones that are somewhere. */
function understood(assets: readonly StoredAsset[], { text }: AssetQuery): { text: string; corrected: string | null } {
  const known = wordsOf(text).length === 0 ? [] : [...new Set(assets.flatMap(vocabulary))];
  const mended = wordsOf(text).map((word) => {
    if (known.some((other) => other.startsWith(word))) return word;
    return known.find((other) => oneSlip(word, other)) ?? word;
  });
  const corrected = mended.join(' ') === wordsOf(text).join(' ') ? null : mended.join(' ');
  return { text: corrected ?? text, corrected };
}

/** One letter more, less or other, in words long enough for that to be a slip. */
function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rests = [
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at + 1)],
  ];
  return rests.some(([rest, other]) => rest === other);
}

function nearest(kept: StoredAsset[], assets: readonly StoredAsset[], like: string): StoredAsset[] {
  const model = assets.find(({ id }) => id === like);
  if (!model) return [];
  const others = kept.filter((asset) => asset !== model);
  return others.toSorted((a, b) => apart(a, model) - apart(b, model)).slice(0, LIKE);
}

const orders: Record<AssetSort, (a: StoredAsset, b: StoredAsset) => number> = {
  newest: (a, b) => b.created - a.created,
  oldest: (a, b) => a.created - b.created,
  name: (a, b) => a.name.localeCompare(b.name),
  taken: (a, b) => (b.taken ?? '').localeCompare(a.taken ?? ''),
  rating: (a, b) => b.rating - a.rating || b.created - a.created,
};

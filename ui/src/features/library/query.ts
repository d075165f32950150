import type { AssetQuery, CollectionCard } from '../../ipc/wire';

/** Everything of the library, the newest first. */
export const everything: AssetQuery = {
  text: '',
  kinds: [],
  frames: [],
  standings: [],
  tones: [],
  tags: [],
  anyTags: [],
  withoutTags: [],
  picked: null,
  used: null,
  collection: null,
  due: false,
  importedSince: null,
  like: null,
  trashed: false,
  sort: 'newest',
};

/** The parts of a search that are lists of choices. */
export type ListPart = 'kinds' | 'frames' | 'standings' | 'tones' | 'tags' | 'anyTags' | 'withoutTags';

/** One choice of a search, taken away on its own. */
export type Filter =
  | { [P in ListPart]: { part: P; value: AssetQuery[P][number] } }[ListPart]
  | { part: 'picked' | 'used' | 'due' | 'collection' | 'importedSince' | 'like' | 'trashed' };

/** The search with a choice of a list taken, or left when it was taken. */
export function toggle<P extends ListPart>(query: AssetQuery, part: P, value: AssetQuery[P][number]): AssetQuery {
  const values: readonly string[] = query[part];
  const without = values.filter((other) => other !== value);
  return { ...query, [part]: without.length < values.length ? without : [...values, value] };
}

/** Every choice made, in the order of the facets; the words typed and the order are not among them. */
export function filtersOf(query: AssetQuery): Filter[] {
  const lists: ListPart[] = ['kinds', 'frames', 'standings', 'tones', 'tags', 'anyTags', 'withoutTags'];
  const singles = ['trashed', 'picked', 'used', 'due', 'importedSince', 'collection', 'like'] as const;
  return [
    ...singles.filter((part) => query[part] !== everything[part]).map((part) => ({ part })),
    ...lists.flatMap((part) => query[part].map((value) => ({ part, value }) as Filter)),
  ];
}

export function without(query: AssetQuery, filter: Filter): AssetQuery {
  if ('value' in filter) return toggle(query, filter.part, filter.value);
  return { ...query, [filter.part]: everything[filter.part] };
}

/** True when two searches look for the same, whatever the order. */
export function isSame(a: AssetQuery, b: AssetQuery): boolean {
  const parts = Object.keys(everything).filter((part) => part !== 'sort') as (keyof AssetQuery)[];
  return parts.every((part) => JSON.stringify(a[part]) === JSON.stringify(b[part]));
}

/** True when the search is what a collection holds. */
export function shows(query: AssetQuery, collection: CollectionCard): boolean {
  return collection.query ? isSame(query, collection.query) : query.collection === collection.id;
}

/** True when the search is worth keeping: something else than an order was asked for. */
export function isNarrowed(query: AssetQuery): boolean {
  return query.text.trim() !== '' || filtersOf(query).length > 0;
}

/** Midnight of the first day of the month, in ms since 1970. */
export function startOfMonth(now = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), 1).getTime();
}

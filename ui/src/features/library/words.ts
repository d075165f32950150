import type {
  AssetCard,
  AssetKind,
  AssetQuery,
  CollectionCard,
  Frame,
  Licence,
  People,
  Standing,
  Tone,
} from '../../ipc/wire';
import { t } from '../../lib/words.svelte';
import type { Filter } from './query';

export function kindWords(kind: AssetKind): string {
  return t(`library.kind.${kind}`);
}

/** What one file is. */
export function kindOf({ kind }: AssetCard): string {
  return t(`library.one.${kind}`);
}

export function frameWords(frame: Frame): string {
  return t(`library.frame.${frame}`);
}

export function standingWords(standing: Standing): string {
  return t(`library.standing.${standing}`);
}

export function toneWords(tone: Tone): string {
  return t(`library.tone.${tone}`);
}

export function licenceWords(licence: Licence): string {
  return t(`library.licence.${licence}`);
}

export function peopleWords(people: People): string {
  return t(`library.people.${people}`);
}

/** "3000 × 2000". */
export function sizeWords({ width, height }: AssetCard): string {
  return `${width} × ${height}`;
}

/** All that the wall shows of a file, as one sentence for who does not see it. */
export function told(card: AssetCard): string {
  const parts = [
    card.name,
    card.kind === 'photo' ? '' : kindOf(card),
    card.picked ? t('library.isPicked') : '',
    card.rating > 0 ? t(`library.rate.${card.rating as 1 | 2 | 3 | 4 | 5}`) : '',
    card.standing === 'free' ? '' : standingWords(card.standing),
    card.credited ? '' : t('library.creditMissing'),
  ];
  return parts.filter(Boolean).join(', ');
}

/** A choice of the search as its chip says it. */
export function filterWords(filter: Filter, collections: readonly CollectionCard[], query: AssetQuery): string {
  switch (filter.part) {
    case 'kinds':
      return kindWords(filter.value);
    case 'frames':
      return frameWords(filter.value);
    case 'standings':
      return standingWords(filter.value);
    case 'tones':
      return toneWords(filter.value);
    case 'withoutTags':
      return t('library.filter.withoutTag', { tag: filter.value });
    case 'tags':
    case 'anyTags':
      return filter.value;
    case 'collection':
      return collections.find(({ id }) => id === query.collection)?.name ?? t('library.filter.collection');
    case 'used':
      return t(query.used ? 'library.filter.used' : 'library.filter.unused');
    default:
      return t(`library.filter.${filter.part}`);
  }
}

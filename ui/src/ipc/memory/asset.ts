import type { AssetCard, Consent, Frame, Rights, Standing, Tone, Uuid } from '../wire';

/** A file of the library with all that is kept of it; what is worked out from it is not. */
export interface StoredAsset extends Omit<AssetCard, 'standing' | 'until' | 'credited' | 'described' | 'uses'> {
  brand: Uuid;
  /** Address of its picture. */
  url: string;
  bytes: number;
  taken: string | null;
  alt: string;
  notes: string;
  tags: string[];
  collections: Uuid[];
  rights: Rights;
  consents: Consent[];
  tone: Tone;
}

export const noRights: Rights = {
  author: '',
  credit: '',
  licence: 'unknown',
  terms: '',
  source: '',
  until: null,
  people: 'unknown',
};

/** What the wall shows; `uses` is how many documents show it. */
export function cardOf(asset: StoredAsset, uses: number): AssetCard {
  const { id, name, kind, format, width, height, color, picked, rating, focusX, focusY, created, trashed, stamp } =
    asset;
  return {
    ...{ id, name, kind, format, width, height, color, picked, rating, focusX, focusY, created, trashed, stamp, uses },
    standing: standingOf(asset),
    until: asset.rights.until,
    credited: asset.rights.credit !== '' || !['assigned', 'licensed'].includes(asset.rights.licence),
    described: asset.alt !== '',
  };
}

export function frameOf({ width, height }: StoredAsset): Frame {
  if (Math.abs(width - height) < 0.02 * width) return 'square';
  return width > height ? 'horizontal' : 'vertical';
}

export function standingOf({ rights, consents }: StoredAsset): Standing {
  const today = new Date().toISOString().slice(0, 10);
  if (consents.some(({ withdrawn }) => withdrawn !== null)) return 'withdrawn';
  if (rights.until !== null && rights.until < today) return 'expired';
  if (rights.licence === 'unknown') return 'toCheck';
  return rights.licence === 'licensed' ? 'licensed' : 'free';
}

/** Its rights have ended, or end within thirty days. */
export function isDue(asset: StoredAsset): boolean {
  const soon = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { until } = asset.rights;
  return standingOf(asset) === 'withdrawn' || (until !== null && until <= soon);
}

/** How far two colours are from one another, 0 to 441. */
export function apart(a: StoredAsset, b: StoredAsset): number {
  const [first, second] = [a, b].map(({ color }) => channels(color ?? '#808080')) as [number[], number[]];
  return Math.hypot(...first.map((channel, at) => channel - second[at]!));
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

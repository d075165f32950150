import type { Charter, Face } from '../wire';

/** A charter's file, where what is absent is as nobody said it: see `assets/brands/README.md`. */
export type CharterFile = { [key: string]: unknown };

/** A charter's file with everything that is absent filled in. */
export function charterFrom(file: CharterFile): Charter {
  return overlaid(blank, file) as Charter;
}

const face: Face = {
  family: '',
  file: [],
  licence: '',
  weight: 400,
  strong: 700,
  width: 100,
  tracking: 0,
  leading: 1.2,
  scale: 1,
};

const swatch = { name: '', value: '#808080' };

/** What each item of a list has when its file does not say. */
const items: Record<string, object> = {
  variants: { ink: false, on: [] },
  vocabulary: { avoid: '', say: '', reason: '' },
  sets: { name: '', tags: [], always: false },
  mentions: { text: '', when: [], reason: '' },
  examples: { say: '', avoid: '' },
};

const logo = { file: '', ink: false, space: 0, least: 0, never_on: [], variants: [] };
const nuance = { address: null, emoji: null, hashtags: null, note: '' };

export const blank: Charter = {
  planche: 'charter/1',
  name: '',
  tagline: '',
  language: 'fr',
  template: 'atelier',
  colors: { ground: swatch, ink: swatch, accent: swatch, vivid: swatch, soft: swatch, cool: swatch, more: [] },
  gradients: [],
  fonts: { title: face, text: face, sizes: {} },
  shapes: { picture: 'arch', rule: 3, button: 100 },
  photographs: { blur: 0, brightness: 1, contrast: 1, saturation: 1, duotone: null, grain: 0 },
  moods: {},
  logo: null,
  motif: null,
  editorial: {
    register: { address: 'any', exceptions: [] },
    tone: { statement: '', axes: [], examples: [] },
    vocabulary: [],
    emoji: { most: null, only: [], never: [] },
    hashtags: { most: null, sets: [], never: [], closed: false, camel: false },
    typography: 'any',
    capitals: 'any',
    inclusive: 'any',
    signature: '',
    calls: [],
    networks: {},
    mentions: [],
    line: { pillars: [], objectives: [], personas: [], cadence: {} },
  },
  rules: {},
};

function overlaid(under: unknown, over: unknown, key = '', parent = ''): unknown {
  if (Array.isArray(over)) return over.map((item) => (isRecord(item) ? { ...items[key], ...item } : item));
  if (!isRecord(over)) return over ?? under;
  const base: Record<string, unknown> = isRecord(under)
    ? under
    : key === 'logo'
      ? logo
      : parent === 'networks'
        ? nuance
        : {};
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((name) => [name, overlaid(base[name], over[name], name, key)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

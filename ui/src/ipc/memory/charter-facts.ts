import { contrast, readableOn } from '../../lib/colour';
import { fromOklch, toOklch } from '../../lib/oklch';
import type { Charter, CharterChange, ColorRole, Contrast, Finding, Mood } from '../wire';

/** What follows from a charter, worked out as the core does. */

export const roles: ColorRole[] = ['ground', 'ink', 'accent', 'vivid', 'soft', 'cool'];
const moods: Mood[] = ['ground', 'ink', 'vivid', 'soft', 'cool'];
const LADDER = [0.97, 0.93, 0.87, 0.78, 0.68, 0.58, 0.48, 0.38, 0.28];

export function tints({ colors }: Charter): Record<string, string[]> {
  const ladder = (colour: string) => {
    const source = toOklch(colour);
    const room = (lightness: number) => 1 - (2 * lightness - 1) ** 4;
    return LADDER.map((lightness) => fromOklch({ ...source, lightness, chroma: source.chroma * room(lightness) }));
  };
  return Object.fromEntries(roles.map((role) => [role, ladder(colors[role].value)]));
}

export function contrasts({ colors }: Charter): Contrast[] {
  const pairs = roles.flatMap((ink) => roles.map((ground) => ({ ink, ground })));
  return pairs
    .filter(({ ink, ground }) => ink !== ground)
    .map(({ ink, ground }) => ({ ink, ground, ratio: contrast(colors[ink].value, colors[ground].value) }));
}

export function findings({ colors, logo, fonts }: Charter): Finding[] {
  const ratios = moods.map((mood) => {
    const ground = colors[mood].value;
    return { mood, ratio: contrast(ground, readableOn(ground, [colors.ink.value, colors.ground.value])) };
  });
  const hard = ratios.filter(({ ratio }) => ratio < 4.5);
  const drawings = logo ? [logo.file, ...logo.variants.map(({ file }) => file)] : [];
  const unnoted = [fonts.title, fonts.text].filter(({ file, licence }) => file.length > 0 && !licence.trim());
  return [
    ...hard.map(({ mood, ratio }) => finding('charter-contrast', 'review', { mood, ratio: ratio.toFixed(1) })),
    ...drawings.filter((file) => !/\.svg$/i.test(file)).map((file) => finding('charter-logo-raster', 'info', { file })),
    ...unnoted.map(({ family }) => finding('charter-font-licence', 'review', { family })),
  ];
}

function finding(code: string, severity: Finding['severity'], parameters: Record<string, string>): Finding {
  return { code, severity, page: null, format: null, parameters, fix: false, key: code };
}

/** The fields of `after` that are not as in `before`; an item of a list came or went. */
export function difference(before: unknown, after: unknown, path = ''): CharterChange[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const missing = (from: unknown[], among: unknown[]) =>
      from.filter((item) => !among.some((other) => same(item, other)));
    return [
      ...missing(before, after).map((item) => ({ path, before: said(item), after: null })),
      ...missing(after, before).map((item) => ({ path, before: null, after: said(item) })),
    ];
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => difference(before[key], after[key], path ? `${path}.${key}` : key));
  }
  return [{ path, before: said(before), after: said(after) }];
}

function said(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (!isRecord(value) && !Array.isArray(value)) return String(value);
  const fields = Array.isArray(value)
    ? value
    : Object.keys(value)
        .toSorted()
        .map((key) => value[key]);
  return fields.map(said).filter(Boolean).join(', ') || null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

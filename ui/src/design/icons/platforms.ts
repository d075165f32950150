import type { FormatCard } from '../../ipc/wire';

/** A glyph on a 24 × 24 grid: a rounded box, a ring in its middle, a stroke. */
export interface PlatformGlyph {
  box?: { x: number; y: number; width: number; height: number; rx: number };
  ring?: number;
  path?: string;
}

export const glyphs: Record<string, PlatformGlyph> = {
  instagram: { box: { x: 3.5, y: 3.5, width: 17, height: 17, rx: 5 }, ring: 4, path: 'M17 7v.1' },
  story: { box: { x: 6.5, y: 2.5, width: 11, height: 19, rx: 2.6 }, path: 'M10 5.6h4' },
  reel: { box: { x: 4, y: 3, width: 16, height: 18, rx: 4 }, path: 'm10.2 9 5 3-5 3Z' },
  linkedin: {
    box: { x: 3, y: 3, width: 18, height: 18, rx: 3 },
    path: 'M7.6 10.6v6M7.6 7.4v.1M11.4 16.6v-6M11.4 13.2a2.6 2.6 0 0 1 5.2 0v3.4',
  },
  x: { path: 'M4.5 4.5 19.5 19.5M19 4.5 5 19.5' },
  tiktok: { path: 'M13.5 3.5v11.3a3.7 3.7 0 1 1-3.7-3.7M13.5 3.5c.2 2.9 2.2 4.8 5 5' },
  facebook: {
    box: { x: 3, y: 3, width: 18, height: 18, rx: 5 },
    path: 'M16 8.2h-1.4a2.4 2.4 0 0 0-2.4 2.4V21M9.4 13.4h5.4',
  },
  youtube: { box: { x: 2.5, y: 5, width: 19, height: 14, rx: 4 }, path: 'm10.4 9.2 4.8 2.8-4.8 2.8Z' },
  pinterest: { ring: 9, path: 'M10 20.6 12.4 10.4M9.2 13.2a3.5 3.5 0 1 1 4.6 1.6c-.9.4-1.9.1-2.4-.6' },
  other: { box: { x: 4, y: 3, width: 16, height: 18, rx: 2 } },
};

/** The glyph a format is known by: stories and reels are places of their own, whoever runs them. */
export function glyphOf({ id, platform }: Pick<FormatCard, 'id' | 'platform'>): string {
  if (/story|status/.test(id)) return 'story';
  return /reel|shorts/.test(id) ? 'reel' : platform;
}

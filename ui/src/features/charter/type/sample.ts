import type { Face, Sizes, TypeRole } from '../../../ipc/wire';

/** CSS px that each is shown at, before the face's own scale. */
const SHOWN: Record<TypeRole, number> = { cover: 33, title: 26, text: 16, kicker: 14 };

/** Sizes a person starts from, in u. */
export const USUAL: Record<TypeRole, Sizes> = {
  cover: { least: 72, most: 132 },
  title: { least: 56, most: 104 },
  text: { least: 34, most: 62 },
  kicker: { least: 28, most: 44 },
};

/** How a sample of a face is written. */
export function sampleStyle(face: Face, role: TypeRole, family: string): string {
  const size = SHOWN[role] * Math.min(1.4, Math.max(0.6, face.scale));
  const weight = role === 'kicker' ? face.strong : face.weight;
  return [
    `font-family: ${family}`,
    `font-size: ${size.toFixed(1)}px`,
    `font-weight: ${weight}`,
    `font-stretch: ${face.width}%`,
    `letter-spacing: ${face.tracking}em`,
    'line-height: 1.25',
  ].join('; ');
}

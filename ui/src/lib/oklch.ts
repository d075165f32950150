/** A colour by lightness, chroma and hue, as the eye spaces them (Björn Ottosson, "A perceptual color space", 2020). */
export interface Oklch {
  /** 0 is black, 1 is white. */
  lightness: number;
  /** 0 is grey; sRGB reaches about 0.32. */
  chroma: number;
  /** Degrees. */
  hue: number;
}

type Three = [number, number, number];

/** Of a `#rrggbb`. */
export function toOklch(colour: string): Oklch {
  const [lightness, a, b] = lab(channels(colour));
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * (180 / Math.PI) + 360) % 360 };
}

/** The nearest `#rrggbb` of that lightness and hue: chroma gives way where sRGB ends. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const radians = (hue * Math.PI) / 180;
  const at = (strength: number) => light([lightness, strength * Math.cos(radians), strength * Math.sin(radians)]);
  let [low, high] = [0, chroma];
  if (fits(at(high))) return hex(at(high));
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (fits(at(middle))) low = middle;
    else high = middle;
  }
  return hex(at(low));
}

function channels(colour: string): Three {
  return [1, 3, 5].map((at) => decoded(parseInt(colour.slice(at, at + 2), 16) / 255)) as Three;
}

function lab([red, green, blue]: Three): Three {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function light([lightness, a, b]: Three): Three {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fits(light: Three): boolean {
  return light.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4);
}

function hex(light: Three): string {
  const byte = (channel: number) => Math.round(255 * encoded(Math.min(1, Math.max(0, channel))));
  return `#${light.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`;
}

function decoded(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

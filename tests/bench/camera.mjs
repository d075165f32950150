// Photographs of a camera's size, made of the sample brands': enlarged, then given the fine grain of a sensor, so that
// there is as much to decode as in a telephone's file: a fifth of a byte a pixel.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** What cameras write: 7 to 24 megapixels, lying or standing; 2.7 MB on average. */
const SIZES = [[3264, 2448], [4032, 3024], [3000, 4000], [3840, 2160], [6000, 4000], [3024, 4032], [4608, 3456], [4000, 3000], [3456, 2304], [5184, 3456]];
/** How strong the grain is, in levels: what makes a fifth of a byte a pixel at quality 92. */
const GRAIN = 15;

/** Writes `count` photographs into `folder`, those that are not there yet. */
export async function photographs(folder, count, samples) {
  mkdirSync(folder, { recursive: true });
  const sources = samples.flatMap((from) => readdirSync(from).map((name) => `${from}/${name}`)).filter((path) => path.endsWith('.jpg')).toSorted();
  const paths = Array.from({ length: count }, (_, at) => `${folder}/${String(at + 1).padStart(3, '0')}.jpg`);
  for (const [at, path] of paths.entries()) {
    if (!existsSync(path)) await take(sources[at % sources.length], SIZES[at % SIZES.length], path);
  }
}

async function take(source, [width, height], path) {
  const image = sharp(source).resize(width, height, { fit: 'cover', kernel: 'cubic' });
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: GRAIN } } }).raw().toBuffer();
  const file = await image.composite([{ input: grain, raw: { width, height, channels: 3 }, blend: 'soft-light' }]).jpeg({ quality: 92, chromaSubsampling: '4:2:0' }).toBuffer();
  writeFileSync(path, file);
}

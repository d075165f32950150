// `sharp.mjs WIDTH HEIGHT FIT FOLDER OUT QUALITY NAME…`: each photograph, one after the other, on one thread. With
// `HASH=sha256`, each file's hash too.
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const [width, height, fit, folder, out, quality, ...names] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
sharp.concurrency(1);
sharp.cache(false);
const before = process.cpuUsage();
for (const name of names) {
  const path = join(folder, name);
  const file = process.env.HASH ? readFileSync(path) : path;
  if (process.env.HASH) hash(process.env.HASH, file);
  await sharp(file)
    .rotate()
    .resize(Number(width), Number(height), { fit })
    .jpeg({ quality: Number(quality), chromaSubsampling: '4:2:0' })
    .toFile(join(out, name));
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (user + system) / 1e6 }));

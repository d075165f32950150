// The same cover as `crates/app/examples/slides.rs` draws, for engines that take HTML or JSX: 1080 × 1350, a photograph
// cut round below, a kicker, a title on two lines, a signature.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const font = (name) => readFileSync(require.resolve(name));
const asset = (name) => readFileSync(fileURLToPath(new URL(`../../assets/brands/maree-basse/${name}`, import.meta.url)));

export const COUNT = Number(process.env.COUNT ?? 50);
export const titles = Array.from({ length: COUNT }, (_, at) => `Oui, vos ${at} bols vont au four.`);
export const kicker = 'Grès, mode d’emploi';
export const photo = asset('photos/bols-empiles.jpg');
export const photoAddress = `data:image/jpeg;base64,${photo.toString('base64')}`;
export const logoAddress = `data:image/svg+xml;base64,${asset('logo.svg').toString('base64')}`;
export const fonts = [
  { name: 'Young Serif', weight: 400, data: font('@fontsource/young-serif/files/young-serif-latin-400-normal.woff') },
  { name: 'Karla', weight: 700, data: font('@fontsource/karla/files/karla-latin-700-normal.woff') },
];
export const size = { width: 1080, height: 1350 };
export const styles = {
  page: { width: 1080, height: 1350, display: 'flex', flexDirection: 'column', padding: '0 80px 64px', backgroundColor: '#efebe2', color: '#1f3d36' },
  photo: { width: 920, height: 740, objectFit: 'cover', objectPosition: '52% 58%', borderRadius: '0 0 460px 460px' },
  kicker: { marginTop: 80, fontFamily: 'Karla', fontWeight: 700, fontSize: 35, lineHeight: 1.2, color: '#8a4b2f' },
  title: { marginTop: 26, fontFamily: 'Young Serif', fontSize: 114, lineHeight: 1.06, letterSpacing: -1.37 },
  footer: { marginTop: 'auto', display: 'flex', alignItems: 'center', gap: 15, fontFamily: 'Young Serif', fontSize: 35 },
  mark: { width: 46, height: 46 },
};

/** Runs `draw` for each title after a few to warm up; prints one line of JSON. */
export async function measure(name, draw) {
  for (const title of titles.slice(0, 3)) await draw(title);
  const started = performance.now();
  let bytes = 0;
  for (const title of titles) bytes += (await draw(title)).length;
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ name, count: COUNT, seconds, bytes: Math.round(bytes / COUNT) }));
}

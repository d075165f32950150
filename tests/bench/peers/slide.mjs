// The slide that every engine draws, as data and as HTML: 1080 × 1350, a gradient, a photograph cut round below, a card
// with a soft shadow, the logo, a headline and a body with emoji and the spaces of French.
// `crates/app/examples/slides.rs` draws the same one from an outline, a charter and `tests/bench/slide`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const brand = (name) => readFileSync(here(`../../../assets/brands/maree-basse/${name}`));
const address = (type, bytes) => `data:${type};base64,${bytes.toString('base64')}`;

export const size = { width: 1080, height: 1350 };
export const COUNT = Number(process.env.COUNT ?? 50);
export const headlines = Array.from({ length: COUNT }, (_, at) => `Publier ${at} fois moins, mais mieux\u202f: «\u202fl’été\u202f» où tout a changé 🚀`);
export const kicker = 'L’ATELIER — N° 12';
export const body = 'Œuvrer pas à pas\u202f: définir l’angle, choisir l’accroche, puis «\u202ftester\u202f» trois variantes. Résultat\u202f: +42\u202f% d’engagement en 6\u00a0semaines — sans publicité. ☀️';
export const photo = brand('photos/estran.jpg');
export const photoAddress = address('image/jpeg', photo);
export const logo = brand('logo.svg');
export const logoAddress = address('image/svg+xml', logo);
export const fonts = [
  { name: 'Karla', weight: 400, data: readFileSync(require.resolve('@fontsource/karla/files/karla-latin-400-normal.woff')) },
  { name: 'Karla', weight: 700, data: readFileSync(require.resolve('@fontsource/karla/files/karla-latin-700-normal.woff')) },
  { name: 'Young Serif', weight: 400, data: readFileSync(require.resolve('@fontsource/young-serif/files/young-serif-latin-400-normal.woff')) },
];
export const emojiFont = here('../../../assets/fonts/files/NotoColorEmoji.ttf');
export const css = `*{margin:0;box-sizing:border-box}
.slide{width:1080px;height:1350px;position:relative;overflow:hidden;background:linear-gradient(141.3deg,#efebe2,#b28b77 50%,#9ca59d);font-family:Karla,Emoji;color:#1f3d36}
.photo{position:absolute;left:0;top:0;width:1080px;height:700px;object-fit:cover;border-radius:0 0 72px 72px}
.card{position:absolute;left:64px;right:64px;bottom:72px;padding:56px;border-radius:44px;background:#efebe2;box-shadow:0 24px 56px rgba(31,61,54,.35);display:flex;flex-direction:column;gap:28px}
.row{display:flex;flex-direction:row;gap:20px;align-items:center}
.kicker{font-weight:700;font-size:26px;line-height:1.2;letter-spacing:1px;color:#8a4b2f}
.headline{font-family:Young Serif,Emoji;font-size:80px;line-height:1.04;letter-spacing:-1px}
.body{font-weight:400;font-size:35px;line-height:1.42}`;
export const html = (headline, picture = 'photo', mark = 'logo') =>
  `<div class="slide"><img class="photo" src="${picture}"><div class="card"><div class="row"><img width="56" height="56" src="${mark}"><div class="kicker">${kicker}</div></div><div class="headline" id="headline">${headline}</div><div class="body">${body}</div></div></div>`;

// Skia on the processor, through @napi-rs/canvas: nothing lays out, the text is only wrapped.
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { measure } from './measure.mjs';
import { body, emojiFont, fonts, kicker, logo, photo } from './slide.mjs';

for (const { name, weight, data } of fonts) GlobalFonts.register(data, `${name} ${weight}`);
GlobalFonts.registerFromPath(emojiFont, 'Emoji');
const [picture, mark] = [await loadImage(photo), await loadImage(logo)];
const canvas = createCanvas(1080, 1350);
const context = canvas.getContext('2d');

await measure('skia raw', async (headline) => (draw(headline), canvas.data()));
await measure('skia png', (headline) => (draw(headline), canvas.encode('png')));
await measure('skia jpeg', (headline) => (draw(headline), canvas.encode('jpeg', 90)));

function draw(headline) {
  const ground = context.createLinearGradient(0, 0, 1080, 1350);
  [[0, '#efebe2'], [0.5, '#b28b77'], [1, '#9ca59d']].forEach(([at, color]) => ground.addColorStop(at, color));
  context.fillStyle = ground;
  context.fillRect(0, 0, 1080, 1350);
  context.save();
  rounded(0, 0, 1080, 700, [0, 0, 72, 72]);
  context.clip();
  context.drawImage(picture, 0, 0, 1080, 700);
  context.restore();
  context.save();
  Object.assign(context, { shadowColor: 'rgba(31,61,54,.35)', shadowBlur: 56, shadowOffsetY: 24, fillStyle: '#efebe2' });
  rounded(64, 606, 952, 672, 44);
  context.fill();
  context.restore();
  context.drawImage(mark, 120, 662, 56, 56);
  lines([kicker], '26px "Karla 700", Emoji', '1px', '#8a4b2f', 700, 31, 196);
  const below = lines(wrapped(headline, '80px "Young Serif 400", Emoji', '-1px'), '80px "Young Serif 400", Emoji', '-1px', '#1f3d36', 812, 83);
  lines(wrapped(body, '35px "Karla 400", Emoji', '0px'), '35px "Karla 400", Emoji', '0px', '#1f3d36', below + 10, 50);
}

function rounded(x, y, width, height, radii) {
  context.beginPath();
  context.roundRect(x, y, width, height, radii);
}

function wrapped(text, font, letterSpacing) {
  Object.assign(context, { font, letterSpacing });
  const all = [];
  for (const word of text.split(' ')) {
    const longer = all.length ? `${all.at(-1)} ${word}` : word;
    if (all.length && context.measureText(longer).width <= 840) all[all.length - 1] = longer;
    else all.push(word);
  }
  return all;
}

function lines(texts, font, letterSpacing, fillStyle, top, leading, left = 120) {
  Object.assign(context, { font, letterSpacing, fillStyle });
  texts.forEach((text, at) => context.fillText(text, left, top + at * leading));
  return top + texts.length * leading;
}

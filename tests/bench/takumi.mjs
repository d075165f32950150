import { Renderer } from '@takumi-rs/core';
import { fromHtml } from '@takumi-rs/helpers/html';
import { fonts, kicker, logoAddress, measure, photo, size, styles } from './slide.mjs';

const UNITLESS = new Set(['fontWeight', 'lineHeight']);
const css = (style) =>
  Object.entries(style)
    .map(([key, value]) => [key, typeof value === 'number' && !UNITLESS.has(key) ? `${value}px` : value])
    .map(([key, value]) => `${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';');
const page = (title) => `<div style="${css(styles.page)}"><img src="photo" style="${css(styles.photo)}"><div style="${css(styles.kicker)}">${kicker}</div>
<div style="${css(styles.title)}">${title}</div><div style="${css(styles.footer)}"><img src="logo" style="${css(styles.mark)}"><span>Marée Basse</span></div></div>`;

const renderer = new Renderer();
for (const { name, weight, data } of fonts) await renderer.registerFont({ name, weight, data });
const images = [
  { src: 'photo', data: photo },
  { src: 'logo', data: Buffer.from(logoAddress.split(',')[1], 'base64') },
];
const draw = (options) => async (title) => renderer.render((await fromHtml(page(title))).node, { ...size, images, ...options });

await measure('takumi raw', draw({ format: 'raw' }));
await measure('takumi png', draw({ format: 'png' }));
await measure('takumi jpeg', draw({ format: 'jpeg', quality: 90 }));

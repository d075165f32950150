import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { fromHtml } from '@takumi-rs/helpers/html';
import { measure } from './measure.mjs';
import { css, emojiFont, fonts, html, logo, photo, size } from './slide.mjs';

const renderer = new Renderer();
for (const font of [...fonts, { name: 'Emoji', weight: 400, data: readFileSync(emojiFont) }]) await renderer.registerFont(font);
const images = [{ src: 'photo', data: photo }, { src: 'logo', data: logo }];
const draw = (options) => async (headline) => renderer.render((await fromHtml(html(headline))).node, { ...size, css: [css], images, ...options });

await measure('takumi raw', draw({ format: 'raw' }));
await measure('takumi png', draw({ format: 'png' }));
await measure('takumi jpeg', draw({ format: 'jpeg', quality: 90 }));

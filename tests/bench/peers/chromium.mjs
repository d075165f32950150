// One warm page of headless Chromium whose headline changes, the way most services make pictures.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { measure } from './measure.mjs';
import { css, emojiFont, fonts, html, logoAddress, photoAddress, size } from './slide.mjs';

const face = (name, weight, data, more = '') => `@font-face{font-family:'${name}';font-weight:${weight};src:url(data:font/ttf;base64,${data.toString('base64')})${more}}`;
const faces = fonts.map(({ name, weight, data }) => face(name, weight, data));
const emoji = face('Emoji', 400, readFileSync(emojiFont), ';unicode-range:U+1F000-1FFFF,U+2600-27BF');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1'] });
const page = await browser.newPage({ viewport: size });
await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces.join('')}${emoji}${css}</style>${html('', photoAddress, logoAddress)}`);
await page.evaluate(() => document.fonts.ready);
const write = (headline) => page.evaluate((text) => (document.getElementById('headline').textContent = text), headline);

await measure('chromium png', async (headline) => (await write(headline), page.screenshot({ type: 'png' })));
await measure('chromium jpeg', async (headline) => (await write(headline), page.screenshot({ type: 'jpeg', quality: 90 })));
await browser.close();

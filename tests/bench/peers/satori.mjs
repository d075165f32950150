import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { measure } from './measure.mjs';
import { body, fonts, kicker, logoAddress, photoAddress, size } from './slide.mjs';

const require = createRequire(import.meta.url);
const EMOJI = { '🚀': '1f680', '☀️': '2600' };
const drawn = (emoji) => `data:image/svg+xml;base64,${readFileSync(require.resolve(`@twemoji/svg/${EMOJI[emoji]}.svg`)).toString('base64')}`;
const element = (type, style, children, more = {}) => ({ type, props: { style, children, ...more } });
const page = (headline) =>
  element('div', { ...size, display: 'flex', position: 'relative', backgroundImage: 'linear-gradient(141.3deg,#efebe2,#b28b77 50%,#9ca59d)', fontFamily: 'Karla', color: '#1f3d36' }, [
    element('img', { position: 'absolute', left: 0, top: 0, borderRadius: '0 0 72px 72px', objectFit: 'cover' }, undefined, { src: photoAddress, width: 1080, height: 700 }),
    element('div', { position: 'absolute', left: 64, right: 64, bottom: 72, padding: 56, borderRadius: 44, backgroundColor: '#efebe2', boxShadow: '0 24px 56px rgba(31,61,54,.35)', display: 'flex', flexDirection: 'column', gap: 28 }, [
      element('div', { display: 'flex', gap: 20, alignItems: 'center' }, [
        element('img', {}, undefined, { src: logoAddress, width: 56, height: 56 }),
        element('div', { fontSize: 26, fontWeight: 700, letterSpacing: 1, color: '#8a4b2f' }, kicker),
      ]),
      element('div', { fontFamily: 'Young Serif', fontSize: 80, lineHeight: 1.04, letterSpacing: -1 }, headline),
      element('div', { fontSize: 35, lineHeight: 1.42 }, body),
    ]),
  ]);

await measure('satori + resvg-js png', async (headline) => {
  const svg = await satori(page(headline), { ...size, fonts, loadAdditionalAsset: async (kind, text) => (kind === 'emoji' && text in EMOJI ? drawn(text) : []) });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
});

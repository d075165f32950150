import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { fonts, kicker, logoAddress, measure, photoAddress, size, styles } from './slide.mjs';

const element = (type, style, children, more = {}) => ({ type, props: { style, children, ...more } });
const page = (title) =>
  element('div', styles.page, [
    element('img', styles.photo, undefined, { src: photoAddress }),
    element('div', styles.kicker, kicker),
    element('div', styles.title, title),
    element('div', styles.footer, [element('img', styles.mark, undefined, { src: logoAddress }), 'Marée Basse']),
  ]);

await measure('satori + resvg-js png', async (title) => {
  const svg = await satori(page(title), { ...size, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
});

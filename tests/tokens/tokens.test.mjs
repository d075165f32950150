// Our design tokens, read by the programs people give them to; every value is compared with the charter's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineConfig, parse } from '@terrazzo/parser';
import StyleDictionary from 'style-dictionary';
import StyleDictionary4 from 'style-dictionary-4';
import { channels, charters, colors, face, written } from './charters.mjs';

/** The keys of `color.more` in the charter that has some: names, where they make one. */
const MORE = ['ecume', 'color-2', 'ecume-2', 'color-4'];
/** Style Dictionary takes braces anywhere for references, so we describe without them. */
const described = (name) => name.replaceAll('{', '(').replaceAll('}', ')') || undefined;
const close = (found, expected, what) => assert.ok(Math.abs(found - expected) < 1e-4, `${what}: ${found}, not ${expected}`);
const faceOf = (role) => (role === 'cover' || role === 'title' ? 'title' : 'text');

for (const charter of charters) {
  test(`Terrazzo reads ${charter.name}`, async () => {
    const tokens = await terrazzo(written(charter, 'tokens'));
    const take = taker(tokens);
    for (const [path, { name, value }] of colors(charter, MORE)) {
      const token = take(`color.${path}`, 'color');
      assert.equal(token.$description, described(name));
      sameColor(token.$value, value);
    }
    (charter.gradients ?? []).forEach(({ name, stops }, at) => {
      const token = take(`gradient.${['aube', 'nuit'][at]}`, 'gradient');
      assert.equal(token.$description, name);
      assert.equal(token.$value.length, stops.length);
      token.$value.forEach((stop, index) => {
        sameColor(stop.color, charter.colors[stops[index].color].value);
        assert.equal(stop.position, stops[index].at);
      });
    });
    for (const name of ['title', 'text']) sameFace(take, name, face(charter.fonts[name]));
    for (const [role, { least, most }] of Object.entries(charter.fonts.sizes ?? {})) {
      assert.deepEqual(take(`size.${role}.least`, 'dimension').$value, { value: least, unit: 'px' });
      assert.deepEqual(take(`size.${role}.most`, 'dimension').$value, { value: most, unit: 'px' });
      const { family, weight, tracking, leading } = face(charter.fonts[faceOf(role)]);
      const { letterSpacing, ...style } = take(`style.${role}`, 'typography').$value;
      assert.deepEqual(style, { fontFamily: [family], fontSize: { value: most, unit: 'px' }, fontWeight: weight, lineHeight: leading });
      close(letterSpacing.value, tracking * most, 'tracking in px');
    }
    assert.deepEqual(take('shape.rule', 'dimension').$value, { value: charter.shapes.rule, unit: 'px' });
    assert.equal(take('shape.button', 'number').$value, charter.shapes.button);
    assert.deepEqual(take.left(), []);
  });

  test(`Style Dictionary 5 reads ${charter.name}`, async () => {
    const take = taker(await dictionary(StyleDictionary, written(charter, 'tokens')));
    for (const [path, { name, value }] of colors(charter, MORE)) {
      const token = take(`color.${path}`, 'color');
      assert.equal(token.$description, described(name));
      assert.equal(token.$value, value);
    }
    const rest = texts(take, charter);
    for (const name of ['title', 'text']) {
      assert.equal(take(`font.${name}.tracking`, 'number').$value, face(charter.fonts[name]).tracking);
    }
    assert.equal(take('shape.button', 'number').$value, charter.shapes.button);
    for (const [at, gradient] of (charter.gradients ?? []).entries()) {
      const token = take(`gradient.${['aube', 'nuit'][at]}`, 'gradient');
      assert.deepEqual(token.$value.map((stop) => stop.position), gradient.stops.map((stop) => stop.at));
      token.$value.forEach((stop, index) => sameColor(stop.color, charter.colors[gradient.stops[index].color].value));
    }
    assert.deepEqual(rest(), []);
  });

  test(`Style Dictionary 4 reads ${charter.name} as texts`, async () => {
    const take = taker(await dictionary(StyleDictionary4, written(charter, 'text-tokens')));
    for (const [path, { name, value }] of colors(charter, MORE)) {
      const token = take(`color.${path}`, 'color');
      assert.equal(token.$description ?? '', described(name) ?? '');
      assert.equal(token.$value, value);
    }
    const rest = texts(take, charter);
    for (const name of ['title', 'text']) {
      assert.equal(take(`font.${name}.tracking`, 'letterSpacing').$value, `${face(charter.fonts[name]).tracking}em`);
    }
    assert.equal(take('shape.button', 'dimension').$value, `${charter.shapes.button}em`);
    for (const [at, { angle, stops }] of (charter.gradients ?? []).entries()) {
      const colours = stops.map((stop) => `${charter.colors[stop.color].value} ${stop.at * 100}%`);
      assert.equal(take(`gradient.${['aube', 'nuit'][at]}`, 'gradient').$value, `linear-gradient(${[`${angle}deg`, ...colours].join(', ')})`);
    }
    assert.deepEqual(rest(), []);
  });
}

/** What both versions of Style Dictionary print the same; gives what names the tokens that nobody asked for. */
function texts(take, charter) {
  for (const name of ['title', 'text']) {
    const { family, weight, strong, width, leading, scale } = face(charter.fonts[name]);
    assert.equal(take(`font.${name}.family`, 'fontFamily').$value, family.includes(' ') ? `'${family}'` : family);
    for (const [part, value] of Object.entries({ weight, strong, width, leading, scale })) assert.equal(take(`font.${name}.${part}`).$value, value);
  }
  for (const [role, { least, most }] of Object.entries(charter.fonts.sizes ?? {})) {
    assert.equal(take(`size.${role}.least`, 'dimension').$value, `${least}px`);
    assert.equal(take(`size.${role}.most`, 'dimension').$value, `${most}px`);
    const { family, weight, leading } = face(charter.fonts[faceOf(role)]);
    const expected = `${weight} ${most}px/${leading} ${family.includes(' ') ? `'${family}'` : family}`;
    assert.equal(take(`style.${role}`, 'typography').$value, expected);
  }
  assert.equal(take('shape.rule', 'dimension').$value, `${charter.shapes.rule}px`);
  return take.left;
}

function sameFace(take, name, { family, weight, strong, width, tracking, leading, scale }) {
  assert.deepEqual(take(`font.${name}.family`, 'fontFamily').$value, [family]);
  assert.equal(take(`font.${name}.weight`, 'fontWeight').$value, weight);
  assert.equal(take(`font.${name}.strong`, 'fontWeight').$value, strong);
  for (const [part, value] of Object.entries({ width, tracking, leading, scale })) assert.equal(take(`font.${name}.${part}`, 'number').$value, value);
}

/** Components and `hex` both say the colour. */
function sameColor(found, expected) {
  if (typeof found === 'string') return assert.equal(found, expected);
  assert.equal(found.hex, expected);
  assert.equal(found.colorSpace, 'srgb');
  assert.equal(found.alpha, 1);
  channels(expected).forEach((channel, at) => close(found.components[at], channel, expected));
}

/** Hands a token out by its path, once each, and knows which were never asked for. */
function taker(tokens) {
  const left = new Map(Object.entries(tokens));
  const take = (path, type) => {
    const token = left.get(path);
    assert.ok(token, `${path} is not among ${[...left.keys()]}`);
    if (type) assert.equal(token.$type, type, path);
    left.delete(path);
    return token;
  };
  take.left = () => [...left.keys()];
  return take;
}

/** The tokens by path; what Terrazzo finds wrong fails. */
async function terrazzo(src) {
  const config = defineConfig({}, { cwd: new URL(import.meta.url) });
  const { tokens } = await parse([{ filename: new URL('charter.tokens.json', import.meta.url), src }], { config });
  return tokens;
}

/** The tokens by path, as the style sheet's platform gets them. */
async function dictionary(Dictionary, src) {
  const sheet = new Dictionary({ tokens: JSON.parse(src), log: { verbosity: 'silent' }, platforms: { css: { transformGroup: 'css' } } });
  const { allTokens } = await sheet.getPlatformTokens('css');
  return Object.fromEntries(allTokens.map((token) => [token.path.join('.'), token]));
}

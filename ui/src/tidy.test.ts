import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../messages/en.json';
import fr from '../messages/fr.json';

const SOURCE = join(import.meta.dirname);
const LONGEST_COMPONENT = 350;

const files = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

describe('the layers', () => {
  test('only ipc knows Tauri', () => {
    const others = files.filter((file) => !file.startsWith('ipc/'));
    expect(others.filter((file) => imports(file).some((path) => path.startsWith('@tauri-apps')))).toEqual([]);
  });

  test('only the design components know bits-ui', () => {
    const others = files.filter((file) => !file.startsWith('design/components/'));
    expect(others.filter((file) => imports(file).includes('bits-ui'))).toEqual([]);
  });

  test('features do not know one another, nor the app', () => {
    const features = files.filter((file) => file.startsWith('features/') && !file.endsWith('.test.ts'));
    expect(features.flatMap((file) => strangers(file))).toEqual([]);
  });

  test('design, lib and ipc know neither features nor the app', () => {
    const floor = files.filter((file) => /^(design|lib|ipc)\//.test(file) && !file.endsWith('.test.ts'));
    expect(floor.filter((file) => targets(file).some((target) => /^(features|app)\//.test(target)))).toEqual([]);
  });

  test('the library in memory stays out of the window', () => {
    const window = files.filter((file) => !/^(ipc\/memory|testing\/)|workbench\.ts$|\.test\.ts$/.test(file));
    expect(window.filter((file) => targets(file).some((target) => target.startsWith('ipc/memory')))).toEqual([]);
  });
});

test('components are short', () => {
  const long = files.filter((file) => file.endsWith('.svelte') && text(file).split('\n').length > LONGEST_COMPONENT);
  expect(long).toEqual([]);
});

describe('the words', () => {
  const french = Object.entries(fr).flatMap(([key, message]) => sentences(key, message));

  test('are the same in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });

  test('take the same parameters in both languages', () => {
    const holes = (messages: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, parameters(key, message)]));
    expect(holes(en)).toEqual(holes(fr));
  });

  test('are all used', () => {
    const source = files
      .filter((file) => !file.endsWith('.test.ts'))
      .map(text)
      .join('\n');
    const unused = Object.keys(fr).filter((key) => !source.includes(`'${key}'`) && !composed(key, source));
    expect(unused).toEqual([]);
  });

  test('in French, high punctuation follows a narrow no-break space', () => {
    const loose = /[^\u202f\d}:][;!?]|[^\u202f\d}]:(?!\/\/)|«[^\u202f]|[^\u202f]»/u;
    expect(french.filter(([, sentence]) => loose.test(sentence))).toEqual([]);
  });

  test('in French, nothing is exclaimed and apostrophes are curved', () => {
    expect(french.filter(([, sentence]) => /[!']|\.\.\./.test(sentence))).toEqual([]);
  });
});

function text(file: string): string {
  return readFileSync(join(SOURCE, file), 'utf8');
}

function imports(file: string): string[] {
  return [...text(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

/** Files of ours that `file` imports, from the root of the sources. */
function targets(file: string): string[] {
  return imports(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(SOURCE, join(SOURCE, file, '..', path)).replaceAll('\\', '/'));
}

function strangers(file: string): string[] {
  const own = file.split('/').slice(0, 2).join('/');
  const foreign = targets(file).filter((target) => /^(features|app)\//.test(target) && !target.startsWith(`${own}/`));
  return foreign.map((target) => `${file} -> ${target}`);
}

function sentences(key: string, message: unknown): [string, string][] {
  const all = typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);
  return all.map((sentence) => [key, sentence]);
}

function parameters(key: string, message: unknown): string[] {
  const names = sentences(key, message).flatMap(([, sentence]) => [...sentence.matchAll(/\{(\w+)\}/g)]);
  return [...new Set(names.map((match) => match[1]!))].sort();
}

/** Keys put together from parts: `error.${code}.what` is found by its head. */
function composed(key: string, source: string): boolean {
  const parts = key.split('.');
  return parts.some((_, at) => at > 0 && source.includes(`\`${parts.slice(0, at).join('.')}.\${`));
}

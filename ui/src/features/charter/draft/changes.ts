import type { CharterChange, ColorRole, Layout, Rule, TypeRole } from '../../../ipc/wire';
import { isMessage, t, type MessageKey } from '../../../lib/words.svelte';
import { layoutName, platformName, roleName, ruleName, typeRoleName } from '../names';

/** One side of a change: what it says, and the colour it is when it is one. */
export interface Side {
  words: string;
  color: string | null;
}

/** What a person reads of a change. */
export interface ChangeWords {
  path: string;
  what: string;
  before: Side | null;
  after: Side | null;
}

/** The part of a path that tells which, by what stands before it: `colors.ground.value` is about the ground. */
const WHICH: Record<string, (name: string) => string> = {
  colors: (name) => roleName(name as ColorRole),
  moods: (name) => layoutName(name as Layout),
  rules: (name) => ruleName(name as Rule),
  sizes: (name) => typeRoleName(name as TypeRole),
  networks: platformName,
  cadence: platformName,
};

/** The changes in words. An item of a list that left and came back otherwise is one change. */
export function changesInWords(changes: readonly CharterChange[], language: string): ChangeWords[] {
  const inOrder = changes.toSorted((a, b) => placeOf(a.path) - placeOf(b.path));
  const said = inOrder.map(({ path, before, after }) => ({
    path,
    what: whatWords(path),
    before: side(path, before, language),
    after: side(path, after, language),
  }));
  return said.reduce<ChangeWords[]>((list, change) => {
    const twin = list.findIndex((other) => isRewritten(other, change));
    return twin < 0 ? [...list, change] : list.with(twin, { ...list[twin]!, after: change.after });
  }, []);
}

/** The parts of a charter in the order the screen shows them. */
const ORDER = ['name', 'tagline', 'language', 'colors', 'gradients', 'moods', 'fonts', 'template', 'shapes', 'motif'];
const LATER = ['photographs', 'logo', 'editorial', 'rules'];

function placeOf(path: string): number {
  return [...ORDER, ...LATER].indexOf(path.split('.')[0]!);
}

function isRewritten(went: ChangeWords, came: ChangeWords): boolean {
  const alike = went.path === came.path && went.after === null && came.before === null;
  return alike && firstWord(went.before) === firstWord(came.after) && went.before !== null;
}

function firstWord(side: Side | null): string {
  return side?.words.split(', ')[0] ?? '';
}

function whatWords(path: string): string {
  const { key, which } = reduced(path);
  return t(known(key), which === null ? {} : { which });
}

/** The path without what tells which: `colors.ground.value` is `colors.value`. */
function reduced(path: string): { key: string; which: string | null } {
  const parts = path.split('.');
  const at = parts.findIndex(
    (part, index) => WHICH[part] && parts[index + 1] !== undefined && parts[index + 1] !== 'more',
  );
  if (at < 0) return { key: path, which: null };
  const which = WHICH[parts[at]!]!(parts[at + 1]!);
  return { key: parts.toSpliced(at + 1, 1).join('.'), which };
}

/** The sentence for the path, or else for what it is part of. */
function known(path: string): MessageKey {
  const parts = path.split('.');
  const heads = parts.map((_, at) => `charter.change.${parts.slice(0, parts.length - at).join('.')}`);
  return heads.find(isMessage) ?? 'charter.change';
}

function side(path: string, value: string | null, language: string): Side | null {
  if (value === null) return null;
  const color = /#[0-9a-f]{6}\b/i.exec(value)?.[0] ?? null;
  return { words: valueWords(path, value, language), color };
}

/** Paths whose value is one of a few, and where their words are. */
const KINDS: [RegExp, string][] = [
  [/address$/, 'charter.address'],
  [/typography$/, 'charter.typography'],
  [/capitals$/, 'charter.capitals'],
  [/inclusive$/, 'charter.inclusive'],
  [/^rules\b/, 'charter.grade'],
  [/shapes\.picture$/, 'charter.picture'],
  [/^moods\b|never_on$|duotone$/, 'charter.role'],
];

function valueWords(path: string, value: string, language: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
  const words = value.split(', ').map((word) => oneWord(word, kind, language));
  const isItem = words.length > 1 && /^(gradients|logo|motif|editorial|colors\.more)\b/.test(path);
  return isItem ? words.filter((word) => !isBare(word)).join(', ') || words.join(', ') : words.join(', ');
}

function oneWord(word: string, kind: string | undefined, language: string): string {
  if (kind && isMessage(`${kind}.${word}`)) return t(`${kind}.${word}` as MessageKey);
  if (word === 'true' || word === 'false') return t(word === 'true' ? 'charter.yes' : 'charter.no');
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word).toLocaleString(language, { maximumFractionDigits: 3 });
  return word;
}

/** A figure, a yes or a role by itself says nothing among the words of an item. */
function isBare(word: string): boolean {
  const roles = ['ground', 'ink', 'accent', 'vivid', 'soft', 'cool'];
  return /^-?[\d.,]+$/.test(word) || roles.includes(word) || word === t('charter.yes') || word === t('charter.no');
}

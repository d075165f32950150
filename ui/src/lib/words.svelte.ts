import en from '../../messages/en.json';
import fr from '../../messages/fr.json';

export type Language = 'fr' | 'en';
export type MessageKey = keyof typeof fr;
export type Parameters = Record<string, string | number>;

/** A sentence, or one sentence for each plural category of `count`. */
type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

const messages: Record<Language, Record<string, Message>> = { fr, en };
let current = $state<Language>('fr');

/** The sentence for `key` in the current language, `{parameters}` filled in. Reactive: no reload to switch language. */
export function t(key: MessageKey, parameters: Parameters = {}): string {
  return fill(choose(messages[current][key] ?? key, parameters['count']), parameters);
}

export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(fr, key);
}

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
}

/** The first language of the system that we speak; French when it is neither. */
export function systemLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en');
  return spoken === 'en' ? 'en' : 'fr';
}

/** Figures as figures: the core writes every parameter as text. */
export function figures(parameters: Record<string, string>): Parameters {
  const figure = (value: string) => (/^\d+$/.test(value) ? Number(value) : value);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, figure(value)]));
}

function choose(message: Message, count: unknown): string {
  if (typeof message === 'string') return message;
  const rule = new Intl.PluralRules(current).select(Number(count));
  return message[rule] ?? message.other ?? '';
}

function fill(sentence: string, parameters: Parameters): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => show(parameters[name] ?? hole));
}

function show(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString(current) : value;
}

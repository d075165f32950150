import type { Grade, Rule } from '../../../ipc/wire';

/** Rules that look at pictures, in the order people read them. */
export const VISUAL: readonly Rule[] = [
  'off-palette',
  'unknown-font',
  'logo-space',
  'logo-size',
  'logo-background',
  'low-contrast',
  'text-small',
  'safe-area',
  'alt-missing',
];

/** Rules that read texts. */
export const WRITTEN: readonly Rule[] = [
  'register',
  'banned-word',
  'preferred-word',
  'emoji-count',
  'emoji-unknown',
  'hashtag-count',
  'hashtag-unknown',
  'hashtag-case',
  'typography',
  'capitals',
  'inclusive',
  'mention-missing',
];

const OTHERWISE: Partial<Record<Rule, Grade>> = {
  'hashtag-case': 'info',
  typography: 'info',
  'mention-missing': 'block',
};

/** How grave the studio finds it, where the brand says nothing. */
export function usualGrade(rule: Rule): Grade {
  return OTHERWISE[rule] ?? 'review';
}

import { expect, test } from 'vitest';
import { languageChoices } from './languages';

test('a language that is not among the common ones is offered first', () => {
  expect(languageChoices('br', 'fr')[0]).toEqual({ value: 'br', label: 'breton' });
  expect(languageChoices('fr', 'fr')[0]).toEqual({ value: 'fr', label: 'français' });
  expect(languageChoices('?', 'fr')[0]).toEqual({ value: '?', label: '?' });
});

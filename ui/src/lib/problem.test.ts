import { afterEach, describe, expect, test } from 'vitest';
import { asProblem, paragraph, wording } from './problem';
import { setLanguage, systemLanguage, t } from './words.svelte';

afterEach(() => setLanguage('fr'));

describe('the words of a problem', () => {
  test('say what happened, what is safe, what to do', () => {
    expect(wording({ code: 'libraryLocked', parameters: {} })).toEqual({
      what: 'La bibliothèque est déjà ouverte dans une autre fenêtre de Planche.',
      safe: 'Vos créations sont intactes.',
      hint: 'Fermez l’autre fenêtre, puis réessayez.',
    });
  });

  test('name a file, not its folders', () => {
    const problem = { code: 'missingFile', parameters: { path: '/home/ada/Images/bol.png' } };
    expect(wording(problem).what).toBe('Le fichier «\u202fbol.png\u202f» est introuvable.');
  });

  test('write sizes as people do', () => {
    const parameters = { path: 'a.png', width: '30000', height: '20000' };
    expect(wording({ code: 'pictureTooLarge', parameters }).what).toContain('30\u202f000 × 20\u202f000');
  });

  test('fall back to general ones for a code of another version, keeping the code', () => {
    const problem = { code: 'planetOutOfAlignment', parameters: { angle: '3' } };
    expect(wording(problem)).toEqual({
      what: 'L’action n’a pas abouti.',
      safe: 'Ce qui était enregistré est intact.',
      hint: 'Détail\u202f: planetOutOfAlignment',
    });
  });

  test('skip what there is nothing to say about', () => {
    expect(paragraph({ code: 'emptyName', parameters: {} })).toBe('Il manque le nom de la marque.');
  });
});

test('anything that is thrown becomes a problem', () => {
  expect(asProblem({ code: 'notFound', parameters: {} })).toEqual({ code: 'notFound', parameters: {} });
  expect(asProblem(new Error('boom'))).toEqual({ code: 'internal', parameters: { detail: 'boom' } });
  expect(asProblem('refused')).toEqual({ code: 'internal', parameters: { detail: 'refused' } });
});

describe('the language', () => {
  test('chooses the plural: zero is singular in French, plural in English', () => {
    expect([0, 1, 2].map((count) => t('creations.views', { count }))).toEqual(['0 vue', '1 vue', '2 vues']);
    setLanguage('en');
    expect([0, 1, 2].map((count) => t('creations.views', { count }))).toEqual(['0 views', '1 view', '2 views']);
  });

  test('is the first of the system that we speak, else French', () => {
    expect(systemLanguage(['de-DE', 'en-GB', 'fr-FR'])).toBe('en');
    expect(systemLanguage(['fr-CA', 'en'])).toBe('fr');
    expect(systemLanguage(['de', 'es'])).toBe('fr');
  });
});

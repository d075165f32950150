import { describe, expect, test } from 'vitest';
import type { CharterChange } from '../../../ipc/wire';
import { changesInWords } from './changes';

const words = (path: string, before: string | null, after: string | null) =>
  changesInWords([{ path, before, after }], 'fr')[0]!;
const line = (path: string, before: string | null, after: string | null) => {
  const said = words(path, before, after);
  return [said.what, said.before?.words ?? null, said.after?.words ?? null];
};

describe('a change of a charter', () => {
  test.each([
    ['colors.vivid.value', '#c9cb62', '#ffcc00', ['Vif, couleur', '#c9cb62', '#ffcc00']],
    ['colors.ground.name', 'Kaolin', 'Craie', ['Fond, nom', 'Kaolin', 'Craie']],
    ['fonts.title.tracking', '-0.012', '0.02', ['Titres, approche', '-0,012', '0,02']],
    ['fonts.sizes.cover.most', null, '121', ['Couverture, corps le plus grand', null, '121']],
    ['moods.quote', null, 'vivid', ['Ambiances, Citation', null, 'Vif']],
    ['rules.banned-word', null, 'block', ['Règle, Mot banni', null, 'Bloquant']],
    ['editorial.register.address', 'vous', 'tu', ['Adresse', 'Vouvoiement', 'Tutoiement']],
    ['editorial.hashtags.closed', 'false', 'true', ['Hashtags, liste fermée', 'non', 'oui']],
    ['editorial.networks.linkedin.emoji', '0', '2', ['LinkedIn, emoji', '0', '2']],
    ['gradients', null, '120, Aurore, 0, ground, 1, ink', ['Dégradé', null, 'Aurore']],
    ['un.jour', 'a', 'b', ['Charte', 'a', 'b']],
  ] as [string, string | null, string | null, unknown[]][])('%s is said', (path, before, after, expected) => {
    expect(line(path, before, after)).toEqual(expected);
  });

  test('shows the colours it is about', () => {
    expect(words('colors.ink.value', '#1f3d36', '#000000').after?.color).toBe('#000000');
    expect(words('name', 'A', 'B').after?.color).toBeNull();
  });

  test('of an item of a list is one change, not a loss and a gain', () => {
    const changes: CharterChange[] = [
      { path: 'editorial.vocabulary', before: 'produit, pièce', after: null },
      { path: 'editorial.vocabulary', before: 'authentique', after: null },
      { path: 'editorial.vocabulary', before: null, after: 'produit, bol' },
    ];
    const said = changesInWords(changes, 'fr').map(({ before, after }) => [
      before?.words ?? null,
      after?.words ?? null,
    ]);
    expect(said).toEqual([
      ['produit, pièce', 'produit, bol'],
      ['authentique', null],
    ]);
  });
});

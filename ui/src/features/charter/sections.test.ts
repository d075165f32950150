import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { closeTheCharter, group, openPart } from '../../testing/charter';
import type { CharterDesk } from './charter-desk.svelte';
import Colors from './colors/Colors.svelte';
import { Reading } from './colors/reading.svelte';
import Hashtags from './hashtags/Hashtags.svelte';
import Line from './line/Line.svelte';
import Logos from './logos/Logos.svelte';
import Rules from './rules/Rules.svelte';
import Typography from './type/Typography.svelte';
import WordsSection from './words/WordsSection.svelte';

closeTheCharter();

const reading = (desk: CharterDesk) => ({ reading: new Reading(desk) });

describe('colours', () => {
  test('are set by the arrows too', async () => {
    const { user, kept } = await openPart(Colors, reading);
    await user.click(await screen.findByRole('button', { name: /Coque.*Doux/s }));
    const hue = await screen.findByRole('slider', { name: 'Teinte' });
    (hue as HTMLInputElement).value = '200';
    hue.dispatchEvent(new Event('input', { bubbles: true }));
    await waitFor(() => expect(kept().colors.soft.value).not.toBe('#e2a48c'));
  });

  test('are added beside the six, and taken away', async () => {
    const { user, kept } = await openPart(Colors, reading);
    await screen.findByRole('heading', { name: 'Couleurs' });
    await user.click(group('Autres couleurs').getByRole('button', { name: 'Ajouter' }));
    await waitFor(() => expect(kept().colors.more).toHaveLength(1));
    await user.click(group('Autres couleurs').getByRole('button', { name: /^Retirer/ }));
    await waitFor(() => expect(kept().colors.more).toHaveLength(0));
  });
});

describe('words', () => {
  test('are banned by writing them', async () => {
    const { user, kept } = await openPart(WordsSection);
    await user.type(await screen.findByRole('combobox', { name: /Ajouter un mot/ }), 'unique{Enter}');
    await waitFor(() => expect(kept().editorial.vocabulary.at(-1)).toMatchObject({ avoid: 'unique', say: '' }));
  });

  test('get a better one once both are written', async () => {
    const { user, kept } = await openPart(WordsSection);
    await screen.findByRole('heading', { name: 'Mots' });
    const pairs = group('On dit, on ne dit pas');
    await user.click(pairs.getByRole('button', { name: 'Ajouter' }));
    await user.keyboard('tournée');
    await user.type(pairs.getByRole('textbox', { name: 'On ne dit pas' }), 'fabriquée{Enter}');
    await waitFor(() =>
      expect(kept().editorial.vocabulary.at(-1)).toMatchObject({ say: 'tournée', avoid: 'fabriquée' }),
    );
  });

  test('stay in their table while the better one is written again', async () => {
    const { user, kept } = await openPart(WordsSection);
    const say = await screen.findByRole('textbox', { name: /au lieu de «.produit/ });
    await user.clear(say);
    await user.type(say, 'bol');
    await waitFor(() => expect(kept().editorial.vocabulary[0]).toMatchObject({ say: 'bol', avoid: 'produit' }));
  });
});

describe('figures', () => {
  test('may be taken away where none means any', async () => {
    const { user, kept } = await openPart(Hashtags);
    await screen.findByRole('heading', { name: 'Hashtags' });
    const most = screen.getByRole('spinbutton', { name: 'Au plus' });
    await user.clear(most);
    await user.tab();
    await waitFor(() => expect(kept().editorial.hashtags.most).toBeNull());
  });

  test('of pillars that do not make a hundred are said', async () => {
    const { user } = await openPart(Line);
    const share = await screen.findByRole('spinbutton', { name: 'Part de La table, en pour cent' });
    await user.clear(share);
    await user.type(share, '30');
    expect(await screen.findByText(/Les parts font 95/)).toBeTruthy();
  });

  test('are raised by the arrows', async () => {
    const { user, kept } = await openPart(Line);
    await user.click(await screen.findByRole('spinbutton', { name: 'Part de La table, en pour cent' }));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(kept().editorial.line.pillars[1]!.share).toBe(37));
  });
});

describe('what is added', () => {
  test('is written at once', async () => {
    const { user, kept } = await openPart(Line);
    await screen.findByRole('heading', { name: 'Piliers' });
    await user.click(group('Piliers').getByRole('button', { name: 'Ajouter' }));
    await user.keyboard('Coulisses');
    await waitFor(() => expect(kept().editorial.line.pillars.at(-1)!.name).toBe('Coulisses'));
  });
});

describe('a rule', () => {
  test('is graded by the brand, then left to the studio again', async () => {
    const { user, kept } = await openPart(Rules);
    await screen.findByRole('heading', { name: 'Règles' });
    const grades = group('Mot banni');
    await user.click(grades.getByRole('radio', { name: 'Bloquant' }));
    await waitFor(() => expect(kept().rules).toEqual({ 'banned-word': 'block' }));
    await user.click(screen.getByRole('button', { name: /^Mot banni.*défaut/ }));
    await waitFor(() => expect(kept().rules).toEqual({}));
  });
});

describe('a typeface of the brand’s own', () => {
  test('is named after its file, and asks for its licence', async () => {
    const { user, backend, kept } = await openPart(Typography);
    backend.chosenFiles = ['/polices/Marque-Regular.otf'];
    await user.click(await screen.findByRole('button', { name: 'Ajouter une police…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pour les titres…' }));
    await waitFor(() => expect(kept().fonts.title).toMatchObject({ family: 'Marque', file: ['Marque-Regular.otf'] }));
    expect(await screen.findByText(/noter la licence/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Licence' }), 'Facture 12');
    await waitFor(() => expect(screen.queryByText(/noter la licence/)).toBeNull());
  });
});

describe('a logo', () => {
  test('is given another drawing for some grounds', async () => {
    const { user, backend, kept } = await openPart(Logos);
    backend.chosenFiles = ['/logos/negatif.svg'];
    await screen.findByRole('heading', { name: 'Logos' });
    await user.click(group('Variantes').getByRole('button', { name: 'Ajouter…' }));
    const on = await screen.findByRole('group', { name: /Variante 1/ });
    await user.click(within(on).getByRole('button', { name: 'Varech' }));
    await waitFor(() => expect(kept().logo!.variants[0]).toMatchObject({ file: 'negatif.svg', on: ['ink'] }));
    expect(await screen.findByText('Variante 1, sur Varech')).toBeTruthy();
  });
});

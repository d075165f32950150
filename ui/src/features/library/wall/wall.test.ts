import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { drawer, openLibrary, option, selected, sizeTheWall, wall } from '../../../testing/library';

sizeTheWall();

const posOf = (at: number) => Number(screen.getAllByRole('option')[at]!.getAttribute('aria-posinset'));

describe('the wall', () => {
  test('shows some of what there is, and says how much there is', async () => {
    await openLibrary();
    expect(await option(/^bols-empiles\.jpg, retenue/)).toBeTruthy();
    expect(screen.getByText('400 médias')).toBeTruthy();
    const cells = screen.getAllByRole('option');
    expect(cells.length).toBeLessThan(80);
    expect(cells[0]!.getAttribute('aria-setsize')).toBe('400');
  });

  test('says what is wrong with a file, the gravest first', async () => {
    await openLibrary();
    const uncredited = await option(/^etagere-sechage\.jpg/);
    expect(within(uncredited).getByText('Crédit')).toBeTruthy();
    expect(within(await option(/^bouteille\.jpg/)).getByText('Droits expirés')).toBeTruthy();
  });

  test('reads on as it is scrolled', async () => {
    await openLibrary();
    await option(/^bols-empiles\.jpg/);
    const place = await wall();
    place.scrollTop = 12_000;
    place.dispatchEvent(new Event('scroll'));
    await waitFor(() => expect(posOf(0)).toBeGreaterThan(200));
    expect(screen.getAllByRole('option').length).toBeLessThan(80);
  });

  test('is walked with the arrows in two dimensions', async () => {
    const { user } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    (await wall()).focus();
    await user.keyboard('{ArrowRight}');
    expect(selected()[0]).toMatch(/^bols-empiles/);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(selected()).toHaveLength(1);
    expect(selected()[0]).not.toMatch(/^(bols-empiles|etagere)/);
    await user.keyboard('{Home}');
    expect(selected()[0]).toMatch(/^bols-empiles/);
    expect((await wall()).getAttribute('aria-activedescendant')).toBe((await option(/^bols-empiles\.jpg/)).id);
    await user.keyboard('{Escape}');
    expect(selected()).toEqual([]);
  });

  test('takes several with Shift and Ctrl, and all with Ctrl+A', async () => {
    const { user, desk } = await openLibrary();
    const cells = await screen.findAllByRole('option');
    await user.click(cells[1]!);
    expect(document.activeElement).toBe(await wall());
    await user.keyboard('{Shift>}');
    await user.click(cells[4]!);
    await user.keyboard('{/Shift}{Control>}');
    await user.click(cells[2]!);
    await user.keyboard('{/Control}');
    expect(selected()).toHaveLength(3);
    expect(screen.getByText('3 sélectionnés')).toBeTruthy();
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(desk.selection.size).toBe(400));
  });

  test('opens the drawer with Enter once it was closed, and remembers', async () => {
    const { user, backend } = await openLibrary();
    await user.click(await option(/^bols-empiles\.jpg/));
    await user.click(within(await drawer('bols-empiles.jpg')).getByRole('button', { name: 'Fermer les détails' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(backend.library.preferences.panels['library.drawer']).toBe(0);
    (await wall()).focus();
    await user.keyboard('{Enter}');
    expect(await drawer('bols-empiles.jpg')).toBeTruthy();
  });

  test('is looked at three ways', async () => {
    const { user, backend } = await openLibrary();
    await option(/^bols-empiles\.jpg/);
    await user.click(screen.getByRole('radio', { name: 'Liste' }));
    expect(within(await option(/^bols-empiles\.jpg/)).getByText('Libre d’usage')).toBeTruthy();
    expect(backend.library.preferences.panels['library.look']).toBe(2);
  });
});

describe('the large picture', () => {
  test('opens and closes with the space bar, and walks', async () => {
    const { user, desk } = await openLibrary();
    await user.click(await option(/^bols-empiles\.jpg/));
    (await wall()).focus();
    await user.keyboard(' ');
    expect(await screen.findByRole('dialog', { name: 'bols-empiles.jpg' })).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('dialog', { name: 'etagere-sechage.jpg' })).toBeTruthy();
    await user.keyboard('r');
    await waitFor(() => expect(desk.current?.picked).toBe(true));
    await user.keyboard(' ');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

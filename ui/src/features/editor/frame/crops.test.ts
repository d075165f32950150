import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { formats } from '../../../ipc/memory/samples';
import NetworkCrops from './NetworkCrops.svelte';

const format = (id: string) => formats.find((known) => known.id === id)!;

test.each([
  ['ig_feed_portrait_4_5', 400, 2, 0, ['Grille du profil', 'Aperçu carré']],
  ['ig_feed_portrait_4_5', 120, 2, 0, []],
  ['x_profile_picture', 400, 0, 1, ['Rond']],
])('draws what is shown elsewhere of %s, %i px wide', (id, width, rectangles, circles, names) => {
  render(NetworkCrops, { format: format(id), width });
  const crops = screen.getByTestId('network-crops');
  expect(crops.querySelectorAll('rect.line')).toHaveLength(rectangles);
  expect(crops.querySelectorAll('circle.line')).toHaveLength(circles);
  expect([...crops.querySelectorAll('.name')].map((name) => name.textContent?.trim())).toEqual(names);
});

test('draws nothing where all of it is shown', () => {
  render(NetworkCrops, { format: format('ig_story'), width: 400 });
  expect(screen.queryByTestId('network-crops')).toBeNull();
});

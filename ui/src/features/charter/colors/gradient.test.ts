import { expect, test } from 'vitest';
import { withStop } from './gradient';

test('one more colour goes where there is most room', () => {
  const stops = [
    { color: 'ink' as const, at: 0 },
    { color: 'soft' as const, at: 0.2 },
    { color: 'cool' as const, at: 1 },
  ];
  expect(withStop(stops).map(({ at }) => at)).toEqual([0, 0.2, 0.6, 1]);
});

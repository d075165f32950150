import { describe, expect, test } from 'vitest';
import { everything, filtersOf, isNarrowed, isSame, startOfMonth, toggle, without } from './query';

describe('a search', () => {
  test('takes a choice and leaves it again', () => {
    const photos = toggle(everything, 'kinds', 'photo');
    expect(photos.kinds).toEqual(['photo']);
    expect(toggle(toggle(photos, 'kinds', 'video'), 'kinds', 'photo').kinds).toEqual(['video']);
    expect(everything.kinds).toEqual([]);
  });

  test('names each of its choices, and is whole again when all are taken away', () => {
    const narrow = { ...toggle(toggle(everything, 'tones', 'teal'), 'tags', 'Bols'), picked: true, like: 'a1' };
    const filters = filtersOf(narrow);
    expect(filters).toEqual([
      { part: 'picked' },
      { part: 'like' },
      { part: 'tones', value: 'teal' },
      { part: 'tags', value: 'Bols' },
    ]);
    expect(filters.reduce(without, narrow)).toEqual(everything);
  });

  test('is the same whatever its order, and the order its parts are told in', () => {
    const { text, ...rest } = toggle(everything, 'tags', 'Bols');
    expect(isSame({ ...rest, text, sort: 'name' }, toggle(everything, 'tags', 'Bols'))).toBe(true);
    expect(isSame({ ...rest, text }, everything)).toBe(false);
  });

  test('is worth keeping once something is asked for', () => {
    expect(isNarrowed({ ...everything, text: '  ', sort: 'name' })).toBe(false);
    expect(isNarrowed({ ...everything, text: 'bol' })).toBe(true);
    expect(isNarrowed({ ...everything, used: false })).toBe(true);
  });

  test('counts a month from its first midnight', () => {
    expect(startOfMonth(new Date(2026, 10, 22, 13))).toBe(new Date(2026, 10, 1).getTime());
  });
});

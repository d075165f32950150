import { expect, test } from 'vitest';
import { familyOf } from './add-typeface';

test.each([
  ['Marque-Regular.woff2', 'Marque'],
  ['fonts/Gazette Pro.otf', 'Gazette Pro'],
  ['Rustine_VF.ttf', 'Rustine'],
  ['Bold.ttf', 'Bold'],
])('%s is %s', (file, family) => {
  expect(familyOf(file)).toBe(family);
});

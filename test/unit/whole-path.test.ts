import { expect, test } from 'vitest';
import { typedPath, wholePath } from '../../shared/base/whole-path';

test.each(['/home/sam/map', 'C:\\Users\\sam', 'd:/map', '\\\\server\\map'])('%s is whole', (path) => {
  expect(wholePath.test(path)).toBe(true);
});

test.each(['', 'map', 'gedeeld/map', './map', '~/map', 'C:', 'C:map', '/map\0'])('%j is not', (path) => {
  expect(wholePath.test(path)).toBe(false);
});

test('what Windows copies as a path is taken without its quotes', () => {
  expect(typedPath(' "C:\\Mijn map" ')).toBe('C:\\Mijn map');
  expect(typedPath('/home/sam/een "map"')).toBe('/home/sam/een "map"');
});

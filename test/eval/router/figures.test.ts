import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';

test('macro-F1 is the mean of the classes, however often each is asked for', () => {
  const judged = [
    ...Array.from({ length: 8 }, () => ({ expected: 'a', answered: 'a' })),
    { expected: 'b', answered: 'a' },
    { expected: 'b', answered: 'b' },
  ];
  const figures = figuresOf(judged, ['a', 'b']);
  expect(figures.accuracy).toBeCloseTo(0.9);
  expect(figures.f1.get('a')).toBeCloseTo(16 / 17);
  expect(figures.f1.get('b')).toBeCloseTo(2 / 3);
  expect(figures.macroF1).toBeCloseTo((16 / 17 + 2 / 3) / 2);
  expect(figures.confusion.get('b')?.get('a')).toBe(1);
});

import { expect, test } from 'vitest';
import { fold } from '#shared/language/fold.ts';
import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';

test.each([
  ['Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
  ['ŁOSOŚ łosoś', 'LOSOS losos'],
  ['Crème brûlée, Jäger', 'Creme brulee, Jager'],
  ['s\u0301mietana', 'smietana'],
  ['MLEKO 3,2% 1L', 'MLEKO 3,2% 1L'],
])('%s is %s without marks', (text, bare) => {
  expect(withoutMarks(text)).toBe(bare);
  expect(fold(text)).toBe(bare.toLowerCase());
  expect(upperAscii(text)).toBe(bare.toUpperCase());
});

import { expect, test } from 'vitest';
import { withinOneSlip } from '#shared/language/one-slip.ts';

test.each([
  ['pogoda', 'pogoda'],
  ['pogoda', 'pogdoa'],
  ['pogoda', 'pogda'],
  ['pogoda', 'pogooda'],
  ['pogoda', 'pogoba'],
  ['pogoda', 'ogoda'],
  ['pogoda', 'pogodą'],
])('“%s” is meant by “%s”', (one, other) => {
  expect(withinOneSlip(one, other)).toBe(true);
  expect(withinOneSlip(other, one)).toBe(true);
});

test.each([
  ['pogoda', 'pgodao'],
  ['pogoda', 'pod'],
  ['pogoda', 'zgoda'],
  ['paragon', 'patagom'],
])('“%s” is not meant by “%s”', (one, other) => {
  expect(withinOneSlip(one, other)).toBe(false);
});

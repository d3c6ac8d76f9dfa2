import { expect, test } from 'vitest';
import { haveSwapped, withinOneSlip } from '#shared/language/one-slip.ts';

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

test.each([
  ['ile', 'iel', true],
  ['mam', 'mma', true],
  ['pogoda', 'pogdoa', true],
  ['pogoda', 'pogoda', false],
  ['pogoda', 'pogoad', true],
  ['pogoda', 'pogoba', false],
  ['pogoda', 'pogod', false],
  ['pogoda', 'opgoad', false],
] as const)('“%s” and “%s” have swapped two letters: %s', (one, other, swapped) => {
  expect(haveSwapped(one, other)).toBe(swapped);
  expect(haveSwapped(other, one)).toBe(swapped);
});

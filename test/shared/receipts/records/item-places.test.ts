import { expect, test } from 'vitest';
import type { Box, Reading, Sheet } from '#shared/reading/model/reading.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { placesOf } from '#shared/receipts/records/item-places.ts';

const TEXTS = [
  'PARAGON FISKALNY',
  'Mleko 2 x 3,49 6,98 C',
  'Chleb 1 x 4,99 4,99 C',
  'SUMA PLN 11,97',
];

/** A reading whose lines stand 100 apart, each one word from 50 to 950. */
function readingOn(sheet: Sheet | undefined, texts: readonly string[] = TEXTS): Reading {
  const lines = texts.map((text, at) => {
    const box: Box = { x0: 50, y0: at * 100, x1: 950, y1: at * 100 + 40 };
    return { text, words: [{ text, confidence: 1, box }] };
  });
  const reading = { engine: 'paddle', variant: 'voted', lines, confidence: 1, milliseconds: 1 };
  return { ...reading, engine: 'paddle', ...(sheet && { sheet }) };
}

const placesOn = (sheet: Sheet | undefined) => {
  const reading = readingOn(sheet);
  return placesOf(chooseReceipt([reading]).receipt.items, reading);
};

test('an item stands where its line was read, in shares of the page', () => {
  expect(placesOn({ width: 1000, bottoms: [400], turns: 0 })).toEqual([
    { page: 0, turns: 0, x0: 0.05, y0: 0.25, x1: 0.95, y1: 0.35 },
    { page: 0, turns: 0, x0: 0.05, y0: 0.5, x1: 0.95, y1: 0.6 },
  ]);
});

test('on the second page its place is counted from the top of that page', () => {
  const [, bread] = placesOn({ width: 1000, bottoms: [200, 400], turns: 0 });
  expect(bread).toEqual({ page: 1, turns: 0, x0: 0.05, y0: 0, x1: 0.95, y1: 0.2 });
});

test('how the page was turned goes with it', () => {
  expect(placesOn({ width: 1000, bottoms: [400], turns: 3 })[0]).toMatchObject({ turns: 3 });
});

test('a name that lost its amount is no part of the item below it', () => {
  const [title, milk, bread, sum] = TEXTS;
  const sheet: Sheet = { width: 1000, bottoms: [500], turns: 0 };
  const texts = [title, milk, 'Cytryny', bread, sum].map(String);
  const reading = readingOn(sheet, texts);
  const [, place] = placesOf(chooseReceipt([reading]).receipt.items, reading);
  expect(place).toMatchObject({ y0: 0.6, y1: 0.68 });
});

test('text without places has none', () => {
  expect(placesOn(undefined)).toEqual([null, null]);
});

import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { ocrSkeleton, similarity } from '#shared/language/ocr-skeleton.ts';
import { gapsBetween, stripsOf } from '#shared/reading/layout/line-strips.ts';
import type { Reading, Sheet } from '#shared/reading/model/reading.ts';
import { linePicture, uprightPage } from '#shared/reading/pages/line-pictures.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { recogniseWords, stopTesseract } from '#shared/reading/tesseract/tesseract.ts';

afterAll(stopTesseract);

test('each picture of a tilted photograph lying on its side shows its own line, level and whole', async () => {
  const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
  const tilted = await sharp(photo).rotate(85, { background: '#777' }).jpeg().toBuffer();
  const [reading] = await readFile(tilted, { isGood: () => true });
  if (reading?.sheet === undefined) throw new Error('there is no reading');
  expect(reading.sheet.turns).toBe(3);
  const page = await uprightPage(tilted, reading.sheet.turns);
  const strips = stripsOf(reading, page);
  const shown: [line: string, picture: string][] = [];
  for (const [at, line] of reading.lines.entries()) {
    const strip = strips[at];
    if (strip == null || ocrSkeleton(line.text).length < 6) continue;
    expect(Math.abs(strip.region.angle)).toBeLessThan(0.2);
    const words = await recogniseWords(await linePicture(page, strip.region));
    shown.push([line.text, words.map(({ text }) => text).join(' ')]);
  }
  expect(shown.length).toBeGreaterThanOrEqual(14);
  const right = shown.filter(([line, picture]) => {
    const likest = shown.reduce((a, b) =>
      similarity(b[0], picture) > similarity(a[0], picture) ? b : a,
    );
    return likest[0] === line && similarity(line, picture) > 0.5;
  });
  // Tesseract, which measures here, misreads two of these nineteen beyond likeness.
  expect(right.length / shown.length, JSON.stringify(shown, null, 1)).toBeGreaterThanOrEqual(0.85);
});

/** Lines 30 apart at the heights named, each of two words 20 high, on a page of 400 × 400. */
function readingAt(tops: readonly number[], sheet: Sheet, unit = 1): Reading {
  const lines = tops.map((top, at) => {
    const word = (x0: number, x1: number, fall: number) => ({
      text: `LINE${at}`,
      confidence: 1,
      box: { x0: x0 * unit, y0: (top + fall) * unit, x1: x1 * unit, y1: (top + fall + 20) * unit },
    });
    // Falls by a tenth from left to right.
    return { text: `LINE${at} LINE${at}`, words: [word(50, 150, 0), word(250, 350, 20)] };
  });
  return { engine: 'paddle', variant: 'voted', lines, confidence: 1, milliseconds: 1, sheet };
}

const PAGE = { data: new Uint8Array(400 * 400), width: 400, height: 400 };
const SHEET: Sheet = { width: 400, bottoms: [400], turns: 0 };

test('a strip follows the slope of its line from edge to edge of the print', () => {
  const [strip] = stripsOf(readingAt([100, 130], SHEET), PAGE);
  expect(strip?.region).toMatchObject({ x: 200, y: 120, angle: Math.atan(0.1) });
  expect(strip?.region.width).toBeCloseTo(300 / Math.cos(Math.atan(0.1)));
});

test('units of another measure than pixels are brought to the page and back', () => {
  const half: Sheet = { width: 200, bottoms: [200], turns: 0 };
  const [strip] = stripsOf(readingAt([100, 130], half, 0.5), PAGE);
  const [same] = stripsOf(readingAt([100, 130], SHEET), PAGE);
  expect(strip?.region).toEqual(same?.region);
  expect(strip?.box.x1).toBeCloseTo((same?.box.x1 ?? 0) / 2);
});

test('there is room for a line where two stand twice as far apart, but not in a blank', () => {
  const reading = readingAt([0, 30, 60, 120, 150, 180, 330], SHEET);
  const gaps = gapsBetween(stripsOf(reading, PAGE), reading, PAGE);
  expect(gaps.map(({ below, region }) => [below, Math.round(region.y)])).toEqual([[2, 110]]);
});

test('specks and text without places have no strip', () => {
  const reading = readingAt([0, 30], SHEET);
  const specks = { ...reading, lines: reading.lines.map((line) => ({ ...line, text: ', 1' })) };
  expect(stripsOf(specks, PAGE)).toEqual([null, null]);
  const { sheet: _, ...placeless } = reading;
  expect(stripsOf(placeless, PAGE)).toEqual([null, null]);
  expect(gapsBetween([null, null], placeless, PAGE)).toEqual([]);
});

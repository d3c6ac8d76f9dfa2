import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { type Reading, textOf } from '#shared/reading/model/reading.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { createTextractReader } from '#shared/reading/textract/textract-client.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { misreadByTextract } from '#test/support/misread-by-textract.ts';
import { textractAnswer } from '#test/support/textract-answer.ts';
import { startTextract } from '#test/support/textract-service.ts';
import { generateReceipts } from '#test/synthetic/generate.ts';
import { shotOf } from '#test/synthetic/photo/damage.ts';
import { photographWithPlaces } from '#test/synthetic/photo/photograph.ts';
import { wordsInPicture } from '#test/synthetic/photo/words-in-picture.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { TUNE } from '#test/synthetic/sets.ts';

beforeAll(() => {
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
  });
});
afterAll(stopTesseract);

/** A short receipt of which each reader misreads something: out of focus, and lying as it may. */
async function blurred(how: { readonly tilt: number; readonly turn: 0 | 90 }) {
  const receipt = generateReceipts(TUNE, 3)[2];
  if (receipt === undefined) throw new Error('no receipt');
  const print = { lines: receipt.lines, form: receipt.shop, font: TUNE.thermal[0] };
  const scale = { ...TUNE.damage, megapixels: [1] };
  const shot = { ...shotOf('clean', 'light', scale, randomFrom(7)), ...how };
  const picture = { ...shot, blur: 1.5, shaken: false, noise: 6 };
  const { jpeg, width, height, placeOf } = await photographWithPlaces(print, picture, 5);
  const words = wordsInPicture(print, placeOf);
  const lines = Map.groupBy(words, ({ line }) => line).values();
  const printed = [...lines].map((line) => line.map(({ text }) => text).join(' '));
  return { jpeg, shape: width / height, words, printed };
}

/** The lines of each reading of a photograph that Textract answers `words` for, and their turns. */
async function readWith(
  words: Parameters<typeof textractAnswer>[0],
  { jpeg, shape }: Awaited<ReturnType<typeof blurred>>,
) {
  const service = await startTextract(textractAnswer(words), shape);
  process.env.AWS_ENDPOINT_URL_TEXTRACT = service.url;
  // Content once the pieces are read: whole pages are not what is asked here.
  const isGood = (readings: readonly Reading[]) => readings.length > 1;
  const readings = await readFile(jpeg, { isGood, textract: createTextractReader() });
  service.close();
  expect(service.asked).toHaveLength(1);
  return {
    turns: readings[0]?.sheet?.turns,
    lines: new Map(readings.map((reading) => [reading.variant, textOf(reading).split('\n')])),
  };
}

describe.each([
  ['a tilted photograph', { tilt: 8, turn: 0 } as const],
  ['a photograph that is turned and tilted', { tilt: 6, turn: 90 } as const],
])('on %s', (_what, how) => {
  test(
    'Textract adds what the network did not see, and takes nothing from it',
    async () => {
      const photo = await blurred(how);
      const { lines, turns } = await readWith(photo.words.map(misreadByTextract), photo);
      expect([...lines.keys()]).toEqual(['voted', 'lines', 'plain']);
      const rightIn = (variant: string) =>
        photo.printed.filter((line) => lines.get(variant)?.includes(line)).length;
      expect(rightIn('plain')).toBeGreaterThan(0);
      expect(rightIn('voted')).toBeGreaterThanOrEqual(rightIn('lines'));
      expect(rightIn('voted')).toBeGreaterThanOrEqual(rightIn('plain'));
      // It has no Polish letters, and is no witness against those of others.
      expect(lines.get('plain')?.join().normalize('NFD')).not.toMatch(/\p{M}|ł/iu);
      expect(lines.get('voted')?.join().normalize('NFD')).toMatch(/\p{M}/u);
      expect(turns).toBe(how.turn === 0 ? 0 : 3);
    },
    LONG_LIMIT,
  );
});

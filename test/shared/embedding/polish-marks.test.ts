import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { withPolishMarks } from '#shared/embedding/polish-marks.ts';

const EXAMPLES = z
  .array(z.object({ plain: z.string(), restored: z.string() }))
  .parse(JSON.parse(readFileSync('test/data/embedding/polish-marks.json', 'utf8')));

test.each(EXAMPLES)('“$plain” → “$restored”', async ({ plain, restored }) => {
  expect(await withPolishMarks(plain)).toBe(restored);
});

test.each([
  ['words that have a mark', 'żółty ser', 'żółty ser'],
  [
    'addresses',
    'napisz na zolty@ser.example o www.zolty.example',
    'napisz na zolty@ser.example o www.zolty.example',
  ],
  ['spaces, line breaks and signs', '  maslo,\n\tmleko! 🧈 ', '  masło,\n\tmleko! 🧈 '],
  ['nothing', '', ''],
])('%s stay as they are', async (_what, text, expected) => {
  expect(await withPolishMarks(text)).toBe(expected);
});

test('a long text is read in pieces, none of them lost', async () => {
  const text = 'zuzylam pol kostki masla i ksiazka lezy\n'.repeat(100);
  const restored = await withPolishMarks(text);
  expect(restored.split('masła')).toHaveLength(101);
  expect(restored).toHaveLength(text.length);
  const word = 'a'.repeat(1_200);
  expect(await withPolishMarks(word)).toHaveLength(1_200);
});

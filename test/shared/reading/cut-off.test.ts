import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Reading } from '#shared/reading/model/reading.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { networks } from '#shared/reading/recognise/networks.ts';
import { recogniseWords, stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { VARIANTS } from '#shared/reading/tesseract/variants.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';

afterEach(() => void vi.unstubAllEnvs());
afterAll(stopTesseract);

/** The head of a receipt: what is asked here does not depend on how much there is to read. */
const photo = await headOf('test/data/receipts/receipt_id_21.jpg');
const named = (readings: readonly Reading[]) => readings.map(({ variant }) => variant);
const PIECES = ['voted'];

test('a reading that is cut off gives what there is, and the next one reads as ever', async () => {
  const limit = new AbortController();
  const cutOff = await readFile(photo, {
    isGood() {
      limit.abort(); // the pieces are read, and no whole page is
      return false;
    },
    signal: limit.signal,
  });
  expect(named(cutOff)).toEqual(PIECES);
  const whole = await readFile(photo, {
    isGood: (readings) => readings.length > PIECES.length,
    signal: new AbortController().signal,
  });
  expect(named(whole)).toEqual([...PIECES, 'evened']);
});

test('one whose time is up before it begins gives nothing', async () => {
  const signal = AbortSignal.abort();
  expect(await readFile(photo, { isGood: () => false, signal })).toEqual([]);
});

test('a page with little text is prepared in every way, one with more in fewer', {
  timeout: LONG_LIMIT,
}, async () => {
  const isGood = () => false;
  const little = await readFile(photo, { isGood });
  expect(named(little)).toEqual([...PIECES, ...VARIANTS.map(({ name }) => name)]);
  const two = await twice('test/data/receipts/Receipt_3.jpeg');
  expect(named(await readFile(two, { isGood }))).toEqual([...PIECES, 'evened', 'plain']);
});

async function headOf(path: string): Promise<Buffer> {
  const { width, height } = await sharp(path).metadata();
  const part = { left: 0, top: 0, width, height: Math.round(height * 0.25) };
  return await sharp(path).extract(part).jpeg().toBuffer();
}

/** A photograph beside itself. */
async function twice(path: string): Promise<Buffer> {
  const one = sharp(path);
  const { width } = await one.metadata();
  return await one
    .extend({ right: width, background: '#fff' })
    .composite([{ input: path, left: width, top: 0 }])
    .jpeg()
    .toBuffer();
}

test('no network begins a strip of a page or a batch of lines when time is up', async () => {
  const loaded = await networks();
  if (loaded === undefined) return; // no binary for this platform
  const page = { data: new Uint8Array(96 * 48).fill(255), width: 96, height: 48 };
  const reason = new Error('time is up');
  const over = AbortSignal.abort(reason);
  await expect(loaded.detector.find(page, 1, over)).rejects.toBe(reason);
  await expect(loaded.recogniser.read([page], over)).rejects.toBe(reason);
});

test('an image that Tesseract reads when time is up is given up, and Tesseract with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-cut-off-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await stopTesseract(); // each start makes itself a folder
  const image = await sharp('test/data/receipts/Receipt_1.jpg').png().toBuffer();
  expect(await recogniseWords(image)).not.toEqual([]); // it has started
  const limit = new AbortController();
  const words = recogniseWords(image, limit.signal);
  await Promise.resolve(); // it has the image
  await Promise.resolve();
  const reason = new Error('time is up');
  limit.abort(reason);
  await expect(words).rejects.toBe(reason);
  expect(await recogniseWords(image)).not.toEqual([]);
  expect(readdirSync(folder)).toHaveLength(2);
});

import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Box, Word } from '#shared/reading/model/reading.ts';
import { unlessAborted } from '#shared/waiting/unless-aborted.ts';

/** Polish with English: brand names are as often one as the other. */
const LANGUAGES = ['pol', 'eng'] as const;

let running: Promise<Worker> | undefined;

/** The one Tesseract of this process, started at first use: loading its data takes half a second. */
function tesseract(): Promise<Worker> {
  running ??= start();
  running.catch(() => {
    running = undefined; // the next reading tries again
  });
  return running;
}

async function start(): Promise<Worker> {
  // Our copies from npm. Without `langPath` the library would fetch them from a server.
  const worker = await createWorker([...LANGUAGES], OEM.LSTM_ONLY, {
    langPath: languageFolder(),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined, // what fails rejects its own job
  });
  await worker.setParameters({
    // One block of lines: receipts are that, and layout analysis loses their price column.
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    preserve_interword_spaces: '1',
  });
  return worker;
}

/** The library wants all languages in one folder; npm has one package each. */
function languageFolder(): string {
  const resolve = createRequire(import.meta.url).resolve;
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-tessdata-'));
  mkdirSync(folder, { recursive: true });
  for (const language of LANGUAGES) {
    const file = `${language}.traineddata.gz`;
    const home = dirname(resolve(`@tesseract.js-data/${language}/package.json`));
    symlinkSync(join(home, '4.0.0_best_int', file), join(folder, file));
  }
  return folder;
}

/**
 * The words of one prepared image (PNG bytes), in its pixels.
 * @param signal aborted when time is up: then Tesseract is stopped, and this throws the signal's reason
 */
export async function recogniseWords(image: Buffer, signal?: AbortSignal): Promise<Word[]> {
  signal?.throwIfAborted();
  const worker = await tesseract();
  const recognition = worker.recognize(image, {}, { text: false, blocks: true });
  const { data } = await unlessGivenUp(recognition, signal);
  return (data.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words)
    .map(wordOf);
}

/** Tesseract hears nothing while it reads, so an image is given up by ending its thread. */
async function unlessGivenUp<T>(recognition: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return await recognition;
  try {
    return await unlessAborted(recognition, signal);
  } catch (error) {
    if (signal.aborted) await stopTesseract();
    throw error;
  }
}

function wordOf({ text, confidence, bbox }: { text: string; confidence: number; bbox: Box }): Word {
  return { text, confidence: confidence / 100, box: bbox };
}

/** Weighted by length, 0 … 1. */
export function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighted = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return letters === 0 ? 0 : weighted / letters;
}

/** Ends the worker thread; the next reading starts another. */
export async function stopTesseract(): Promise<void> {
  const worker = running;
  running = undefined;
  await (await worker)?.terminate();
}

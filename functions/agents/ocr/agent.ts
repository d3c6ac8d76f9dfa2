import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Model } from '#shared/llm/model.ts';
import { pagesReadAsPictures } from '#shared/reading/model/pages-read.ts';
import type { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import type { TextractReader } from '#shared/reading/textract/textract.ts';
import { needsNoReview } from '#shared/receipts/choose/needs-no-review.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { type Run, stepKey } from '#shared/uploads/workflow.ts';
import type { FileReader } from './file-reader.ts';
import { rereadDoubtfulLines } from './reread-doubtful-lines.ts';

/** External dependencies of the agent. */
export interface OcrDeps {
  readObject(key: string): Promise<Buffer>;
  writeObject(key: string, body: string, contentType: string): Promise<void>;
  /** Told how many pages were read as pictures. */
  countPages(pages: number): Promise<void>;
  readonly reader: FileReader;
  readonly textract?: TextractReader;
  /** Sees pictures; asked for doubtful lines of receipts that do not balance, and for nothing else. */
  readonly vision?: Model;
  /** Ways to prepare the whole page that are tried at most; by default as many as its text allows. */
  readonly maxVariants?: number;
  /** Aborted when the function's time limit nears: what was read until then is kept, and marked. */
  readonly signal?: AbortSignal;
}

/**
 * Reads an upload in as many ways as it takes until one reading is a receipt without doubts, and
 * keeps all readings.
 * @throws UserError, PermanentError for a file that cannot be a receipt, and for one of which nothing
 *   was read before the time limit (`reading-cut-off`)
 */
export async function readUploadedFile(
  run: Run,
  deps: OcrDeps,
): Promise<Run & { readingsKey: string }> {
  const { reader, vision, signal } = deps;
  const bytes = await deps.readObject(uploadKey(run.householdId, run.uploadId));
  const readings = await reader.read(bytes, {
    ...(deps.textract && { textract: deps.textract }),
    ...(deps.maxVariants !== undefined && { maxVariants: deps.maxVariants }),
    ...(signal && { signal }),
  });
  await deps.countPages(pagesReadAsPictures(readings));
  const seen =
    vision === undefined
      ? readings
      : await rereadDoubtfulLines(
          (turns) => reader.uprightPage(bytes, turns),
          readings,
          vision,
          signal,
        );
  const isCutOff = signal?.aborted === true && !needsNoReview(seen);
  if (isCutOff && seen.length === 0) {
    throw new PermanentError('reading-cut-off', 'The time limit came before the first reading');
  }
  const readingsKey = stepKey('readings', run);
  const file: ReadingsFile = { readings: seen, isCutOff };
  await deps.writeObject(readingsKey, JSON.stringify(file), 'application/json');
  return { ...run, readingsKey };
}

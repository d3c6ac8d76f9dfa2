import { readFile } from '#shared/reading/read-file.ts';
import type { Reading } from '#shared/reading/reading.ts';
import { isWithoutDoubt } from '#shared/receipts/without-doubt.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { type Run, stepKey } from '#shared/uploads/workflow.ts';

/** What the agent needs of the world. */
export interface OcrDeps {
  readObject(key: string): Promise<Buffer>;
  writeObject(key: string, body: string, contentType: string): Promise<void>;
  readonly textract?: (image: Buffer) => Promise<Reading>;
  /** For a machine slower than the two free cores that the usual budget is made for. */
  readonly budgetMs?: number;
}

/**
 * Reads an upload in as many ways as it takes until one reading is a receipt without doubts, and
 * keeps all readings.
 * @throws UserError, PermanentError for a file that cannot be a receipt
 */
export async function readUploadedFile(
  run: Run,
  deps: OcrDeps,
): Promise<Run & { readingsKey: string }> {
  const bytes = await deps.readObject(uploadKey(run.householdId, run.uploadId));
  const readings = await readFile(bytes, {
    isGood: isWithoutDoubt,
    ...(deps.textract && { textract: deps.textract }),
    ...(deps.budgetMs && { budgetMs: deps.budgetMs }),
  });
  const readingsKey = stepKey('readings', run);
  await deps.writeObject(readingsKey, JSON.stringify(readings), 'application/json');
  return { ...run, readingsKey };
}

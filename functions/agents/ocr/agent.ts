import type { Model } from '#shared/llm/model.ts';
import { readFile } from '#shared/reading/read-file.ts';
import type { AskTextract } from '#shared/reading/textract/textract.ts';
import { isWithoutDoubt } from '#shared/receipts/choose/without-doubt.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { type Run, stepKey } from '#shared/uploads/workflow.ts';
import { lookAgain } from './look-again.ts';

/** What the agent needs of the world. */
export interface OcrDeps {
  readObject(key: string): Promise<Buffer>;
  writeObject(key: string, body: string, contentType: string): Promise<void>;
  readonly textract?: AskTextract;
  /** Sees pictures; asked for doubtful lines of receipts that do not balance, and for nothing else. */
  readonly vision?: Model;
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
  const { vision } = deps;
  const seen = vision === undefined ? readings : await lookAgain(bytes, readings, vision);
  const readingsKey = stepKey('readings', run);
  await deps.writeObject(readingsKey, JSON.stringify(seen), 'application/json');
  return { ...run, readingsKey };
}

import { readObject } from '#shared/clients/s3.ts';
import { step } from '#shared/entry/step.ts';
import { MatchedFile } from '#shared/receipts/matching/receipt-matching.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { MatchedRun } from '#shared/uploads/workflow.ts';

/** Saves the receipt: one transaction from what was read to what is in the pantry. */
export const handler = step(MatchedRun, async (run) => {
  await reportProgress(run, 'savingStarted');
  const file = MatchedFile.parse(JSON.parse((await readObject(run.matchedKey)).toString()));
  await saveReceipt(run, file);
  return { uploadId: run.uploadId };
});

import { readObject } from '#shared/clients/s3.ts';
import { saveDocument } from '#shared/documents/save-document.ts';
import { step } from '#shared/entry/step.ts';
import { ExtractedDocument } from '#shared/extraction/extracted.ts';
import { endReading } from '#shared/uploads/end-reading.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import { ExtractedRun } from '#shared/uploads/workflow.ts';

/** Parts a document into passages and saves them: one transaction, and the message that has them indexed. */
export const handler = step(ExtractedRun, async (run) => {
  await endReading(run, (client) => transition(client, run, 'parsingStarted'));
  const bytes = await readObject(run.extractedKey);
  await saveDocument(run, ExtractedDocument.parse(JSON.parse(bytes.toString())));
  return { uploadId: run.uploadId };
});

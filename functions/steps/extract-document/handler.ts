import { readObject, writeObject } from '#shared/clients/s3.ts';
import { step } from '#shared/entry/step.ts';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { Run } from '#shared/uploads/workflow.ts';
import { countPages } from '#shared/usage/count-pages.ts';
import { DOCUMENT_LIMITS } from './document-tasks.ts';
import { readDocument } from './read-document.ts';
import { sandboxedReader } from './sandboxed-reader.ts';

const sandbox = new Sandbox(programUrl(import.meta.url, 'extract-program'), DOCUMENT_LIMITS);

/** Kept of the function's time to end the page that is being read and to write what was, on a busy machine. */
const RESERVE_MS = 60_000;
/** Of that, kept to record that a reader has not answered at all. */
const LAST_MS = 20_000;

/** The first step of the document workflow. */
export const handler = step(Run, async (run, limit) => {
  await reportProgress(run, 'readingStarted');
  const signal = limit.nears(RESERVE_MS);
  const reader = sandboxedReader(sandbox, signal, limit.nears(LAST_MS));
  const count = (pages: number) => countPages(run, 'document', pages);
  return await readDocument(run, { readObject, writeObject, countPages: count, reader, signal });
});

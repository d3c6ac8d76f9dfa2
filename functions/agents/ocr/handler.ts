import { addToCounter, deleteKeys, getKeys, setKey } from '#shared/clients/redis.ts';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { agent } from '#shared/entry/agent.ts';
import { ENV } from '#shared/env.ts';
import { configuredVisionModel } from '#shared/llm/configured-language-model.ts';
import { modelFor } from '#shared/llm/model-for.ts';
import { createTextractReader } from '#shared/reading/textract/textract-client.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { Run } from '#shared/uploads/workflow.ts';
import { countPages as countPagesOf } from '#shared/usage/count-pages.ts';
import { readUploadedFile } from './agent.ts';
import { readingSandbox, sandboxedReader } from './sandboxed-reader.ts';

const engines = (process.env[ENV.ocrEngines] ?? 'tesseract').split(',');
const textract = engines.includes('textract') ? { textract: createTextractReader() } : {};
const secrets = { modelServerKey, forgetSecret };
const redis = { addToCounter, deleteKeys, getKeys, setKey };
const vision = engines.includes('vision') ? configuredVisionModel({ secrets, redis }) : undefined;
const sandbox = readingSandbox();

/** Kept of the function's time to end one step of a reader and to write the readings, on a busy machine. */
const RESERVE_MS = 60_000;
/** Of that, kept to record that a reader has not answered at all. */
const LAST_MS = 20_000;

/** The first step of the receipt workflow. */
export const handler = agent(Run, async (run, limit) => {
  await reportProgress(run, 'readingStarted');
  const signal = limit.nears(RESERVE_MS);
  const reader = sandboxedReader(sandbox, limit.nears(LAST_MS));
  const sees = vision && { vision: modelFor(vision, { household: run, work: 'background' }) };
  const countPages = (pages: number) => countPagesOf(run, 'receipt', pages);
  const deps = { readObject, writeObject, countPages, reader, signal, ...textract, ...sees };
  return await readUploadedFile(run, deps);
});

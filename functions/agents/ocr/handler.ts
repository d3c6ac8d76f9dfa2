import { readObject, writeObject } from '#shared/clients/s3.ts';
import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { agent } from '#shared/entry/agent.ts';
import { ENV } from '#shared/env.ts';
import { visionModel } from '#shared/llm/configured-model.ts';
import { textractReader } from '#shared/reading/textract/textract-client.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { Run } from '#shared/uploads/workflow.ts';
import { readUploadedFile } from './agent.ts';

const engines = (process.env[ENV.ocrEngines] ?? 'tesseract').split(',');
const textract = engines.includes('textract') ? { textract: textractReader() } : {};
const vision = engines.includes('vision')
  ? { vision: visionModel({ modelServerKey, forgetSecret }) }
  : {};

/** „Read the photograph”: the first step of the receipt workflow. */
export const handler = agent(Run, async (run) => {
  await reportProgress(run, 'readingStarted');
  return await readUploadedFile(run, { readObject, writeObject, ...textract, ...vision });
});

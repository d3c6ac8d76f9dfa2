import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { createTextractReader } from '#shared/reading/textract/textract-client.ts';
import { startJsonService } from '#test/support/json-service.ts';

afterAll(stopTesseract);

test('a Textract that does not answer is waited for until time is up', async () => {
  const limit = new AbortController();
  const silent = await startJsonService(() => {
    limit.abort();
    return new Promise(() => undefined);
  });
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    AWS_ENDPOINT_URL_TEXTRACT: silent.url,
  });
  const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
  const isGood = () => false;
  const options = { isGood, textract: createTextractReader(), signal: limit.signal };
  expect(await readFile(photo, options)).toEqual([]);
  expect(silent.asked).toHaveLength(1);
  silent.close();
});

import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { imageOf } from '#shared/reading/pages/page.ts';
import { parseTextractLines, type TextractReader } from './textract.ts';

/** Synchronous Textract takes JPEG and PNG of up to 10 MB. */
const MAX_WIDTH = 2500;

/** Shows pages to Textract, as JPEG. */
export function createTextractReader(): TextractReader {
  const client = new TextractClient({ maxAttempts: 3 });
  return async (page, signal) => {
    const Bytes = await imageOf(page)
      .resize({ width: MAX_WIDTH, withoutEnlargement: true })
      .jpeg({ quality: 90 })
      .toBuffer();
    const question = new DetectDocumentTextCommand({ Document: { Bytes } });
    const answer = await client.send(question, { ...(signal && { abortSignal: signal }) });
    return parseTextractLines(answer);
  };
}

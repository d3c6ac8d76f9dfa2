import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { imageOf } from '#shared/reading/pages/page.ts';
import { type AskTextract, linesOfTextract } from './textract.ts';

/** Synchronous Textract takes JPEG and PNG of up to 10 MB. */
const MOST_PIXELS_WIDE = 2500;

/** Shows pages to Textract, as JPEG. */
export function textractReader(): AskTextract {
  const client = new TextractClient({ maxAttempts: 3 });
  return async (page, signal) => {
    const Bytes = await imageOf(page)
      .resize({ width: MOST_PIXELS_WIDE, withoutEnlargement: true })
      .jpeg({ quality: 90 })
      .toBuffer();
    const question = new DetectDocumentTextCommand({ Document: { Bytes } });
    const answer = await client.send(question, { ...(signal && { abortSignal: signal }) });
    return linesOfTextract(answer);
  };
}

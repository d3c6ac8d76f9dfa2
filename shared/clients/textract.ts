import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import sharp from 'sharp';
import type { Reading } from '#shared/reading/reading.ts';
import { readingFromTextract } from '#shared/reading/textract.ts';

/** Synchronous Textract takes JPEG and PNG of up to 10 MB. */
const MOST_PIXELS_WIDE = 2500;

/** Asks Textract for the words of an image. */
export function textractReader(): (image: Buffer) => Promise<Reading> {
  const client = new TextractClient({ maxAttempts: 3 });
  return async (image) => {
    const started = performance.now();
    const Bytes = await sharp(image)
      .rotate()
      .resize({ width: MOST_PIXELS_WIDE, withoutEnlargement: true })
      .jpeg({ quality: 90 })
      .toBuffer();
    const answer = await client.send(new DetectDocumentTextCommand({ Document: { Bytes } }));
    return readingFromTextract(answer, Math.round(performance.now() - started));
  };
}

import sharp from 'sharp';
import * as z from 'zod/mini';
import { type JsonService, startJsonService } from './json-service.ts';

/** Limits of the synchronous call. */
const MAX_BYTES = 10_000_000;
const MAX_PIXELS = 10_000;

const Request = z.strictObject({ Document: z.strictObject({ Bytes: z.string() }) });

/**
 * A Textract that knows one picture and what it answers for it. Anything but that picture as a
 * JPEG within the limits of the synchronous call is refused, which fails the caller.
 * @param shape width by height of the picture
 */
export async function startTextract(answer: unknown, shape: number): Promise<JsonService> {
  return await startJsonService(async ({ target, body }) => {
    const wrong = await problemOf(target, body, shape);
    if (wrong === undefined) return { status: 200, body: answer };
    return { status: 400, body: { __type: 'InvalidParameterException', message: wrong } };
  });
}

async function problemOf(target: string, body: string, shape: number): Promise<string | undefined> {
  if (target !== 'Textract.DetectDocumentText') return `${target} is not supported`;
  const bytes = Buffer.from(Request.parse(JSON.parse(body)).Document.Bytes, 'base64');
  const { format, width, height } = await sharp(bytes).metadata();
  if (format !== 'jpeg') return `a ${format} is not supported`;
  if (bytes.length > MAX_BYTES || Math.max(width, height) > MAX_PIXELS) return 'too large';
  if (Math.abs(width / height / shape - 1) > 0.01) return `${width} × ${height} is another picture`;
  return undefined;
}

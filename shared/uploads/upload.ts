import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';
import { UploadKind, UploadStatus } from './upload-state.ts';

/** Bodies up to this go through the API; larger ones straight to storage (CONTRACT). */
export const MAX_DIRECT_BYTES = 4 * 1024 * 1024;
export const MAX_BYTES = 25 * 1024 * 1024;

/** A sentence for a person, in both languages, with its stable code. */
export const UploadProblem = z.object({ code: z.string(), pl: z.string(), en: z.string() });
export type UploadProblem = z.infer<typeof UploadProblem>;

/** Asks for a place to put a file that is too large for the API. */
export const NewUpload = z.strictObject({
  kind: z._default(UploadKind, 'receipt'),
  fileName: z.string().check(z.minLength(1), z.maxLength(255)),
  contentType: z.string().check(z.regex(/^[A-Za-z0-9_.+-]+\/[A-Za-z0-9_.+-]+$/), z.maxLength(100)),
  /** Above the maximum it is refused in words of its own, as 413. */
  size: z.int().check(z.minimum(1), z.meta({ maximum: MAX_BYTES })),
});
export type NewUpload = z.infer<typeof NewUpload>;

/** A form with a file, as the API document describes it; functions/api/upload/multipart.ts reads it. */
export const UploadForm = z.object({
  file: z.file(),
  /** Takes the place of the one in the query. */
  kind: z._default(UploadKind, 'receipt'),
});

export const Upload = z.object({
  uploadId: z.uuid(),
  kind: UploadKind,
  status: UploadStatus,
  progress: z.object({ step: z.number(), of: z.number() }),
  /** Of a document whose pages are being read, once their number is known. */
  pages: z.optional(z.object({ read: z.number(), of: z.number() })),
  receiptId: z.optional(z.uuid()),
  documentId: z.optional(z.uuid()),
  duplicateOf: z.optional(z.uuid()),
  problem: z.optional(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
  location: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Upload = z.infer<typeof Upload>;

export const DirectUpload = z.object({
  uploadId: z.uuid(),
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: Instant,
});

/** Where the bytes of an upload lie. */
export function uploadKey(householdId: string, uploadId: string): string {
  return `uploads/${householdId}/${uploadId}`;
}

import * as z from 'zod/mini';
import { DocumentFormat } from '#shared/extraction/document-format.ts';
import type { Limits } from '#shared/sandbox/limits.ts';
import { Bytes } from '#shared/sandbox/messages.ts';

/**
 * As a reader of receipts: networks that read a page hold some 450 MB, a thousand pages of text some 300.
 * A thousand pages take some twenty seconds of processor, and their text is all opened at once.
 */
export const DOCUMENT_LIMITS: Limits = { memoryBytes: 1024 * 1024 ** 2, openingMs: 120_000 };

export const ExtractInput = z.object({ bytes: Bytes, format: DocumentFormat });
export type ExtractInput = z.infer<typeof ExtractInput>;

export const PageInput = z.object({
  bytes: Bytes,
  /** From 0. */
  page: z.number(),
});
export type PageInput = z.infer<typeof PageInput>;

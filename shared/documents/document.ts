import * as z from 'zod/mini';
import { DocumentFormat } from '#shared/extraction/document-format.ts';
import { Instant } from '#shared/schemas/instant.ts';

/** A page that was not read, and why. */
export const UnreadPage = z.object({ page: z.number(), code: z.string(), detail: z.string() });

export const Document = z.object({
  id: z.uuid(),
  title: z.string(),
  fileName: z.nullable(z.string()),
  format: DocumentFormat,
  /** `ready` as soon as it can be searched by its words. */
  status: z.enum(['processing', 'ready', 'failed']),
  problem: z.optional(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
  /** Of most of its passages; null until it was read. */
  language: z.nullable(z.enum(['pl', 'en'])),
  /** Null in formats without pages. */
  pages: z.nullable(z.number()),
  pagesRead: z.number(),
  unreadPages: z.array(UnreadPage),
  passages: z.number(),
  characters: z.number(),
  uploadId: z.uuid(),
  createdAt: Instant,
});
export type Document = z.infer<typeof Document>;

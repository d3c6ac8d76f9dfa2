import * as z from 'zod/mini';
import type { Reading } from '#shared/reading/model/reading.ts';
import type { TextractLine } from '#shared/reading/textract/textract.ts';
import type { Limits } from '#shared/sandbox/limits.ts';
import { Bytes } from '#shared/sandbox/messages.ts';

/**
 * A reader that has read dozens of photographs holds some 600 MB, one of them at a time some 450; two
 * readers and their parent fit into a machine of 4 GB, one into the 3 GB of the function.
 * Opening a file takes a second or two of processor, a scan of five large pages some ten times as much.
 */
export const READING_LIMITS: Limits = { memoryBytes: 1024 * 1024 ** 2, openingMs: 120_000 };

export const ReadInput = z.object({
  bytes: Bytes,
  asksTextract: z.boolean(),
  maxVariants: z.optional(z.number()),
});
export type ReadInput = z.infer<typeof ReadInput>;
/** They come from ourselves, so only the outline is checked. */
export const Readings = z.custom<readonly Reading[]>(Array.isArray);

export const UprightPageInput = z.object({
  bytes: Bytes,
  turns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
});
export type UprightPageInput = z.infer<typeof UprightPageInput>;
export const Page = z.object({ data: Bytes, width: z.number(), height: z.number() });

/** What Textract answers about a page; the program has no keys to ask it. */
export const TextractLines = z.custom<readonly TextractLine[]>(Array.isArray);

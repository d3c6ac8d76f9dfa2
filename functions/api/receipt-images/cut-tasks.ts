import * as z from 'zod/mini';
import type { Place } from '#shared/reading/model/place.ts';
import type { Limits } from '#shared/sandbox/limits.ts';
import { Bytes } from '#shared/sandbox/messages.ts';

/** As a file is read: what could be opened then can be now. The function has 1,769 MB, and 29 s. */
export const CUTTING_LIMITS: Limits = { memoryBytes: 1024 * 1024 ** 2, openingMs: 120_000 };

/** Both come from ourselves, so only the outline is checked. */
export const CutInput = z.object({
  bytes: Bytes,
  place: z.custom<Place>((value) => typeof value === 'object'),
});
export type CutInput = z.infer<typeof CutInput>;

import * as z from 'zod/mini';
import type { Reading } from './reading.ts';

/** What reading a file leaves for the step that parses it; it comes from ourselves, so only its outline is checked. */
export const ReadingsFile = z.object({
  readings: z.custom<readonly Reading[]>(Array.isArray),
  /** The function's time limit came before all that was to be tried. */
  isCutOff: z.boolean(),
});
export type ReadingsFile = z.infer<typeof ReadingsFile>;

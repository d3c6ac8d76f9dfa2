import * as z from 'zod/mini';
import { Passage } from '../contract/passage.ts';

export const RagData = z.object({
  answered: z.boolean(),
  /** Whether documents contradict each other. */
  conflicting: z.boolean(),
  /** What was found, best first. */
  chunks: z.array(Passage),
});
export type RagData = z.infer<typeof RagData>;

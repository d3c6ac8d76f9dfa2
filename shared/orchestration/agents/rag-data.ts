import * as z from 'zod/mini';

export const RagData = z.object({
  answered: z.boolean(),
  /** Whether documents contradict each other. */
  conflicting: z.boolean(),
  /** What was found, best first. */
  chunks: z.array(
    z.object({
      chunkId: z.uuid(),
      documentId: z.uuid(),
      title: z.string(),
      page: z.nullable(z.int()),
      text: z.string(),
      score: z.number(),
      how: z.array(z.enum(['lexical', 'semantic'])),
    }),
  ),
});
export type RagData = z.infer<typeof RagData>;

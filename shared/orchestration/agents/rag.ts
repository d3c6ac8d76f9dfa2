import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { RagData } from './rag-data.ts';

/** What the household's documents say. */
export const rag = defineAgent({
  name: 'rag',
  functionEnv: 'ragFunction',
  data: RagData,
  state: z.null(),
  tellsRestrictions: false,
  withoutHarmful: ({ chunks, ...data }, harms) => ({
    ...data,
    chunks: chunks.filter(({ text }) => !harms(text)),
  }),
});

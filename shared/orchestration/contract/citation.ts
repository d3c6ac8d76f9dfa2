import * as z from 'zod/mini';

export const Citation = z.object({
  kind: z.enum(['document', 'recipe', 'web', 'receipt', 'lot']),
  id: z.string(),
  title: z.string(),
  url: z.optional(z.url()),
  quote: z.optional(z.string()),
  page: z.optional(z.int()),
});
export type Citation = z.infer<typeof Citation>;

export const AgentUsage = z.object({
  inputTokens: z.int(),
  outputTokens: z.int(),
  model: z.string(),
});

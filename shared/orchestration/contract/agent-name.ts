import * as z from 'zod/mini';

/** The agents of the product. */
export const AgentName = z.enum([
  'chef',
  'search',
  'meal-planner',
  'ocr',
  'rag',
  'weather',
  'conversation',
]);
export type AgentName = z.infer<typeof AgentName>;

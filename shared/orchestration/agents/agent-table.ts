import type { AgentName } from '../contract/agent-name.ts';
import { chef } from './chef.ts';
import { conversation } from './conversation.ts';
import { mealPlanner } from './meal-planner.ts';
import { rag } from './rag.ts';
import { receiptTalk } from './receipt-talk.ts';
import { search } from './search.ts';
import { weather } from './weather.ts';

/** The agents by their names, one entry each. */
export const AGENTS = {
  chef,
  conversation,
  'meal-planner': mealPlanner,
  ocr: receiptTalk,
  rag,
  search,
  weather,
} as const satisfies Record<AgentName, { readonly name: AgentName }>;

export type BuiltAgent = (typeof AGENTS)[AgentName];

import type { Message } from '#shared/errors/user-error.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { AgentName } from '../contract/agent-name.ts';
import { chef } from './chef.ts';
import { conversation } from './conversation.ts';
import { mealPlanner } from './meal-planner.ts';
import { rag } from './rag.ts';
import { receiptTalk } from './receipt-talk.ts';
import { search } from './search.ts';
import { weather } from './weather.ts';

/** The agents that are built, one entry each. */
const AGENTS = [chef, conversation, mealPlanner, rag, receiptTalk, search, weather] as const;

export type BuiltAgent = (typeof AGENTS)[number];

export function isBuilt(name: AgentName): boolean {
  return AGENTS.some((agent) => agent.name === name);
}

/** @throws UserError 422 `agent-unavailable` for one that is not built */
export function agentNamed(name: AgentName): BuiltAgent {
  const found = AGENTS.find((agent) => agent.name === name);
  if (found !== undefined) return found;
  throw new UserError('unprocessable', 'agent-unavailable', notThere(name));
}

function notThere(name: AgentName): Message {
  const built = AGENTS.map((agent) => agent.name).join(', ');
  return {
    pl: `Agenta „${name}” jeszcze tu nie ma. Można zapytać: ${built}, albo pominąć „agent”.`,
    en: `There is no agent “${name}” here yet. You can ask ${built}, or leave “agent” out.`,
  };
}

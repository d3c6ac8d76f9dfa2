import * as z from 'zod/mini';
import { ChefState, NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';

export const ChefRequest = z.extend(AgentRequest, { state: z.nullable(ChefState) });
export type ChefRequest = z.infer<typeof ChefRequest>;

/**
 * What the chef knows before a message: its own state, with what the session holds of people. Another
 * agent may have been told since, so the session's list counts; a wish for one meal is the chef's own.
 */
export function stateBefore({
  state,
  restrictionsBefore,
  lastPerson,
}: Pick<ChefRequest, 'state' | 'restrictionsBefore' | 'lastPerson'>): ChefState | null {
  const own = (state?.restrictions ?? []).filter(({ reason }) => reason === 'without');
  const restrictions = [...restrictionsBefore, ...own];
  if (state === null && restrictions.length === 0 && lastPerson === null) return null;
  return { ...(state ?? NEW_SESSION), restrictions, lastPerson };
}

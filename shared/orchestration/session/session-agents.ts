import * as z from 'zod/mini';
import { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { ROUTE_LABELS, type RouteLabel } from '#shared/router/labels.ts';
import { ChefState } from '../agents/chef-state.ts';
import { MealPlannerState } from '../agents/meal-planner-state.ts';
import { AgentName } from '../contract/agent-name.ts';
import type { PlannerTalk } from '../routing/route.ts';
import type { Session } from './load-session.ts';

/** Who answered last; null in a new session. */
export function lastAgentOf({ turns }: Pick<Session, 'turns'>): AgentName | null {
  const name = z.safeParse(AgentName, turns[0]?.agent);
  return name.success ? name.data : null;
}

/** What the last turn was about, as far as its intent tells. */
export function lastTopicOf({ turns }: Pick<Session, 'turns'>): RouteLabel | null {
  const intent = turns[0]?.intent;
  if (intent === 'clarify') return 'pantry';
  return ROUTE_LABELS.find((label) => label === intent) ?? null;
}

/** What the chef remembers: the rules of the router read it, for `druga` means something to it alone. */
export function chefStateOf({ states }: Pick<Session, 'states'>): ChefState | null {
  const state = z.safeParse(ChefState, states.get('chef'));
  return state.success ? state.data : null;
}

/** What was said of the pantry: whether a message goes on with it depends on that. */
export function pantryTalkOf({ states }: Pick<Session, 'states'>): TalkSoFar | null {
  const state = z.safeParse(TalkSoFar, states.get('conversation'));
  return state.success ? state.data : null;
}

/** How far the talk of a plan or a shopping list is. */
export function plannerTalkOf({ states }: Pick<Session, 'states'>): PlannerTalk | null {
  const state = z.safeParse(MealPlannerState, states.get('meal-planner'));
  if (!state.success) return null;
  const { asked, draft, ofList } = state.data;
  return { asks: asked !== null, proposes: draft !== null, ofList };
}

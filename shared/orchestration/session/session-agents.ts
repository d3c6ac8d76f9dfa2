import * as z from 'zod/mini';
import { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { ROUTE_LABELS, type RouteLabel } from '#shared/router/labels.ts';
import { ChefState, NEW_SESSION } from '../agents/chef-state.ts';
import { MealPlannerState } from '../agents/meal-planner-state.ts';
import { SearchState } from '../agents/search-state.ts';
import { AgentName } from '../contract/agent-name.ts';
import type { PlannerTalk } from '../routing/route.ts';
import type { Session } from './load-session.ts';

/** As many as the chef offers at once. */
const MOST_OFFERED = 3;

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

/**
 * The session with recipes that a search found last as those that the chef offered: `how many does it
 * feed?` is asked of either.
 */
export function withFoundRecipes<Known extends Pick<Session, 'states' | 'turns'>>(
  session: Known,
): Known {
  if (lastAgentOf(session) !== 'search') return session;
  const search = z.safeParse(SearchState, session.states.get('search'));
  const found = (search.success ? search.data.shown : []).filter(({ kind }) => kind === 'recipe');
  if (found.length === 0) return session;
  const chef: ChefState = {
    ...(chefStateOf(session) ?? NEW_SESSION),
    ...{ picked: null, people: null, without: [], replaced: [], asked: [] },
    offered: found.slice(0, MOST_OFFERED).map(({ id }) => id),
  };
  return { ...session, states: new Map([...session.states, ['chef', z.parse(z.json(), chef)]]) };
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

import { cookingTimeText } from '#shared/cooking-times/cooking-time-text.ts';
import type { AskedCookingTime } from '#shared/cooking-times/read-cooking-time.ts';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { type Turn, type TurnContext, textOnly } from './chef-turn.ts';
import { standInText } from './stand-in-text.ts';

/** What can stand in for a food, whatever it is for. */
export function standIn(food: NamedFood, context: TurnContext): Turn {
  const { snapshot, locale } = context;
  const state = { ...(context.state ?? NEW_SESSION), standIn: true };
  return textOnly(standInText(food, snapshot, locale), { ...context, state });
}

/** How long a plain food is boiled, baked or fried. */
export function cookingTime(asked: AskedCookingTime, context: TurnContext): Turn {
  const state = { ...(context.state ?? NEW_SESSION), cookingTime: true };
  return textOnly(cookingTimeText(asked, context.locale), { ...context, state });
}

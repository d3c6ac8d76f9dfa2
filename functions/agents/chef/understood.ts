import type { Criteria, Intent } from '#shared/cooking-requests/criteria.ts';
import { foodsLeftOut } from '#shared/cooking-requests/left-out.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { readNextStandIn } from '#shared/cooking-requests/read-aside.ts';
import {
  type AskedCookingTime,
  readNextCookingTime,
} from '#shared/cooking-times/read-cooking-time.ts';
import { type ChefState, NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import type { AskedFoods } from './asked-foods.ts';

/** What is asked for; an answer to a question of the chef's goes on with what was asked before. */
export function understood(
  message: string,
  locale: Language,
  state: ChefState | null,
  heard: ReadMessage,
  answered: AskedFoods | null,
): Intent {
  if (answered !== null) {
    const criteria: Criteria = {
      ...NEW_SESSION.wish,
      have: [...answered.have],
      without: foodsLeftOut(answered),
    };
    return { act: 'refine', criteria };
  }
  const next = state?.standIn === true ? readNextStandIn(heard.scanner, locale) : undefined;
  if (next !== undefined) return { act: 'stand-in', thing: next };
  const time = nextCookingTime(message, state);
  if (time !== null) return { act: 'cooking-time', asked: time };
  const intent = parseIntent(message, locale, (state?.offered.length ?? 0) > 0, heard);
  const goesOn = intent.act === 'suggest' && (state?.asked.length ?? 0) > 0;
  return goesOn ? { ...intent, act: 'refine' } : intent;
}

/** What goes on with a plain food that was talked of: of recipes that were offered, those are asked about. */
function nextCookingTime(message: string, state: ChefState | null): AskedCookingTime | null {
  if (state?.plainFood == null) return null;
  if (state.offered.length > 0 && !state.cookingTime) return null;
  return readNextCookingTime(message, state.plainFood, state.cookingTime);
}

import { findDates } from '#shared/dates/find-dates.ts';
import { fold } from '#shared/language/fold.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { ANY_DAY } from '#shared/schemas/day.ts';
import { hasCue } from './cues.ts';
import { wishesAnything } from './plan-ask.ts';
import { namesList, namesPlan, readAct, readListAct } from './read-act.ts';
import { readMealAsk, readMeals } from './read-meal.ts';

/** Whether it asks what a dish still needs, of no plan and no list: `czego mi brakuje na rosół?` */
export function asksWhatDishNeeds(message: string): boolean {
  return hasCue('missing-for', cueTokens(message)) && !namesPlan(message) && !namesList(message);
}

const MOST_WORDS = 12;

/**
 * Whether a message is of plans and shopping lists. `certain` is so by itself; `likely` where they were
 * talked of right before, or the router thinks so too; `goes-on` only right behind them, unless it is
 * surely something else.
 */
export function ofPlans(message: string): 'certain' | 'likely' | 'goes-on' | null {
  const act = readAct(message);
  const listAct = readListAct(message);
  if (namesList(message) && listAct !== null) return 'certain';
  if (namesPlan(message) && act !== null && act !== 'why') return 'certain';
  if (act !== null) return act === 'show' && readMeals(message) === null ? 'goes-on' : 'likely';
  if (listAct === 'list-tick' || listAct === 'list-cost') return 'likely';
  const isShort = (fold(message).match(/[\p{L}\p{N}]+/gu) ?? []).length <= MOST_WORDS;
  const wishes = readMeals(message) !== null || hasCue('guests', cueTokens(message));
  return isShort && (wishes || listAct !== null) ? 'goes-on' : null;
}

/** Whether it wishes anything that a plan heeds besides its days: meals, people, minutes, foods to do without. */
export function saysWishes(message: string, language: Language): boolean {
  return (
    readMeals(message) !== null ||
    wishesAnything(readMealAsk(message, language, [])) ||
    hasCue('skip', cueTokens(message)) ||
    /\b(?:budzet|budget)/.test(fold(message))
  );
}

export function namesDays(message: string, language: Language): boolean {
  return findDates(message, language, ANY_DAY).length > 0;
}

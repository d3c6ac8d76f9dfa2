import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Slots } from '#shared/slots/slots.ts';
import { readAct } from './read-act.ts';
import { type AskContext, hasWish, type ReadClause, within } from './read-clause.ts';
import { readMealAsk, readMeals } from './read-meal.ts';

/** Clauses that say nothing of a plan, and foods that it cannot be made around, as they were written. */
export function leftOutOf(
  clauses: readonly ReadClause[],
  { slots, language }: Pick<AskContext, 'slots' | 'language'>,
): string[] {
  const unread = clauses.filter((one) => !isRead(one));
  const foods = clauses
    .filter((one) => !unread.includes(one) && !one.isOfPeople)
    .flatMap((one) =>
      within(one, slots.products).filter((food) => !isAvoided(one, food, language)),
    );
  return [...unread.map(({ text }) => text.trim()), ...foods.map(({ words }) => words)];
}

function isRead(clause: ReadClause): boolean {
  const { text, days, budget, noLeftovers, isOfPeople } = clause;
  if (hasWish(clause) || days.length > 0 || budget !== null || noLeftovers || isOfPeople)
    return true;
  return readAct(text) !== null || !/\p{L}{3}/u.test(text) || isCourtesy(text);
}

/** Behind `bez` and the like; the name of a meal or a diet is no food (`obiad`, `wegańsko`). */
function isAvoided(
  { wishes, text, at }: ReadClause,
  food: Slots['products'][number],
  language: Language,
): boolean {
  const before = fold(text.slice(0, food.at - at));
  const isLeftOut = /\b(?:bez|without|no|nothing with|zero|free)\b/.test(before);
  const isDiet = readMealAsk(food.words, language, []).avoid.length > 0;
  return (isLeftOut && wishes.avoid.length > 0) || isDiet || readMeals(food.words) !== null;
}

const COURTESY =
  /^(?:prosze|please|dzieki|dziekuje|thanks|thank you|czesc|hej|hi|hello|dzien dobry|ok|okej|no|tak|nie|yes|jednak|and|oraz)(?: (?:bardzo|there|you|very much))?$/;

function isCourtesy(text: string): boolean {
  const words = fold(text).replace(/[^\p{L} ]/gu, '');
  return COURTESY.test(words.trim());
}

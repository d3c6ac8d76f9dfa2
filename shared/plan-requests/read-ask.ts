import { fold } from '#shared/language/fold.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Slots } from '#shared/slots/slots.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { hasCue } from './cues.ts';
import {
  type DaysAsk,
  type MealAsk,
  mergedMeal,
  NOTHING_OF_MEAL,
  type PlanAsk,
  wishesAnything,
} from './plan-ask.ts';
import { readAct } from './read-act.ts';
import { readMealAsk, readMeals } from './read-meal.ts';
import { strangersIn } from './strangers.ts';

/** What a message wishes of a plan, and what of it nobody could take for a wish. */
export interface ReadAsk {
  readonly ask: PlanAsk;
  /** As it was written. */
  readonly leftOut: readonly string[];
  /** Names of nobody who lives here. */
  readonly strangers: readonly string[];
}

export interface AskContext {
  readonly language: Language;
  readonly today: string;
  readonly slots: Slots;
  /** Everybody of the household. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

interface ReadClause extends Clause {
  readonly wishes: MealAsk;
  readonly meals: ReturnType<typeof readMeals>;
  readonly budget: string | null;
  readonly skip: boolean;
  readonly only: boolean;
  readonly also: boolean;
  readonly noLeftovers: boolean;
}

/** Days and meals of the plan, its wishes, and wishes of single days, clause by clause. */
export function readAsk(message: string, context: AskContext): ReadAsk {
  const { slots, today } = context;
  const clauses = clausesOf(message, slots.dates, today).map((one) => readClause(one, context));
  const base = clauses
    .filter(({ days }) => days.length > 0)
    .reduce<ReadClause | null>((widest, one) => {
      return widest === null || one.days.length > widest.days.length ? one : widest;
    }, null);
  const own: DaysAsk[] = [];
  let all: MealAsk = NOTHING_OF_MEAL;
  for (const clause of clauses) {
    const last = own.at(-1);
    const isOwn = clause !== base && clause.days.length > 0 && wishesOwn(clause, base);
    if (isOwn) own.push(ownOf(clause));
    // `W środę szybko, tak do 20 min`: the same wish, said better.
    else if (last !== undefined && clause.days.length === 0 && refines(clause.wishes, last))
      own[own.length - 1] = { ...last, ...mergedMeal(last, clause.wishes) };
    else all = mergedMeal(all, clause.wishes);
  }
  const shared = clauses.filter(
    (one) => !own.some(({ days }) => one !== base && days === one.days),
  );
  const meals = [...new Set(shared.flatMap((one) => one.meals ?? []))];
  const days = [...new Set(clauses.flatMap((one) => one.days))].sort();
  const ask: PlanAsk = {
    ...all,
    days: days.length === 0 ? null : days,
    meals: meals.length === 0 ? null : meals,
    budget: clauses.find(({ budget }) => budget !== null)?.budget ?? null,
    leftovers: !clauses.some(({ noLeftovers }) => noLeftovers),
    own,
  };
  return { ask, leftOut: leftOutOf(clauses, context), strangers: strangersIn(message, context) };
}

function readClause(clause: Clause, { language, slots, people }: AskContext): ReadClause {
  const read = cueTokens(clause.text);
  const isHere = ({ at }: { readonly at: number }) => clause.at <= at && at < clause.end;
  const named = slots.people.filter(isHere).map(({ name }) => name);
  const ids = people.filter(({ name }) => named.includes(name)).map(({ id }) => id);
  const sum = slots.money.find(isHere);
  const isPln =
    sum?.currency === 'PLN' || (sum?.currency === null && BUDGET.test(fold(clause.text)));
  return {
    ...clause,
    wishes: readMealAsk(withoutSum(clause, sum), language, ids),
    meals: readMeals(clause.text),
    budget: sum !== undefined && isPln ? sum.value : budgetOf(clause.text),
    skip: hasCue('skip', read),
    only: hasCue('only', read),
    also: hasCue('also', read),
    noLeftovers: hasCue('no-leftovers', read),
  };
}

const BUDGET = /\b(?:budzet\w*|budget\w*|max\w*|maks\w*|do|za|under|within|spend|wydac)\b/;
const BARE_BUDGET = /\b(?:budzet\w*|budget\w*)\D{0,15}(\d{1,6})(?:[.,](\d{2}))?\b/;

/** `budżet 150`, without a currency. */
function budgetOf(text: string): string | null {
  const [, whole, hundredths = '00'] = BARE_BUDGET.exec(fold(text)) ?? [];
  return whole === undefined ? null : `${whole}.${hundredths}`;
}

/** A sum counts nobody and no minutes. */
function withoutSum({ text, at }: Clause, sum: Slots['money'][number] | undefined): string {
  if (sum === undefined) return text;
  return `${text.slice(0, sum.at - at)} ${text.slice(sum.end - at)}`;
}

/** Of a day by itself: within the plan's days, or said to be unlike them. */
function wishesOwn(clause: ReadClause, base: ReadClause | null): boolean {
  const isWithin = base !== null && clause.days.every((day) => base.days.includes(day));
  const isUnlike = clause.skip || clause.only || clause.wishes.guests !== null;
  return (isWithin || isUnlike || wishesAnything(clause.wishes)) && hasWish(clause);
}

function hasWish({ wishes, meals, skip }: ReadClause): boolean {
  return wishesAnything(wishes) || meals !== null || skip;
}

function ownOf({ days, wishes, meals, also: adds, skip }: ReadClause): DaysAsk {
  return { ...wishes, days: [...days], meals, adds, skip };
}

function refines({ minutes, guests, servings }: MealAsk, last: DaysAsk): boolean {
  const isOfTime = minutes !== null && last.minutes !== null;
  const isOfGuests = (guests !== null || servings !== null) && last.guests !== null;
  return isOfTime || isOfGuests;
}

/** Clauses that say nothing of a plan, and foods that it cannot be made around. */
function leftOutOf(clauses: readonly ReadClause[], { slots }: AskContext): string[] {
  const unread = clauses.filter((one) => {
    const isRead = hasWish(one) || one.days.length > 0 || one.budget !== null || one.noLeftovers;
    return (
      !isRead && readAct(one.text) === null && /\p{L}{3}/u.test(one.text) && !isCourtesy(one.text)
    );
  });
  const foods = clauses
    .filter((one) => !unread.includes(one))
    .flatMap((one) => {
      const here = slots.products.filter(({ at }) => one.at <= at && at < one.end);
      return here.filter(({ at, words }) => !isAvoided(one, words, at));
    });
  return [...unread.map(({ text }) => text.trim()), ...foods.map(({ words }) => words)];
}

/** Behind `bez` and the like; a meal's own name is no food (`obiad`). */
function isAvoided({ wishes, text, at }: ReadClause, words: string, place: number): boolean {
  const before = fold(text.slice(0, place - at));
  const isLeftOut = /\b(?:bez|without|no|zero|free)\b/.test(before) && wishes.avoid.length > 0;
  return isLeftOut || readMeals(words) !== null;
}

function isCourtesy(text: string): boolean {
  return /^(?:prosze|please|dzieki|dziekuje|thanks|thank you|czesc|hej|hi|hello|dzien dobry|ok|okej|no|tak|nie|yes|jednak|and|oraz)(?: (?:bardzo|there|you|very much))?$/.test(
    fold(text)
      .replace(/[^\p{L} ]/gu, '')
      .trim(),
  );
}

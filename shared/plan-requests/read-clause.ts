import { fold } from '#shared/language/fold.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Slots } from '#shared/slots/slots.ts';
import { readMessage } from '#shared/statements/read-message.ts';
import type { Clause } from './clauses.ts';
import { hasCue } from './cues.ts';
import { type MealAsk, wishesAnything } from './plan-ask.ts';
import { readMealAsk, readMeals } from './read-meal.ts';

export interface AskContext {
  readonly language: Language;
  readonly today: string;
  readonly slots: Slots;
  /** Everybody of the household. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** A part of a message with what it wishes. */
export interface ReadClause extends Clause {
  readonly wishes: MealAsk;
  readonly meals: ReturnType<typeof readMeals>;
  readonly budget: string | null;
  /** Nothing is to be planned; only this; this as well. */
  readonly skip: boolean;
  readonly only: boolean;
  readonly also: boolean;
  readonly noLeftovers: boolean;
  /** What somebody must not eat: the session holds it. */
  readonly isOfPeople: boolean;
}

export function readClause(clause: Clause, context: AskContext): ReadClause {
  const { language, slots, people } = context;
  const read = cueTokens(clause.text);
  const named = within(clause, slots.people).map(({ name }) => name);
  const ids = people.filter(({ name }) => named.includes(name)).map(({ id }) => id);
  const [sum] = within(clause, slots.money);
  const isBudget = sum?.currency === null && BUDGET.test(fold(clause.text));
  const isPln = sum?.currency === 'PLN' || isBudget;
  const { forbidden } = readMessage(clause.text, language);
  return {
    ...clause,
    wishes: readMealAsk(withoutSum(clause, sum), language, ids),
    meals: readMeals(clause.text),
    budget: sum !== undefined && isPln ? sum.value : budgetOf(clause.text),
    skip: hasCue('skip', read),
    only: hasCue('only', read),
    also: hasCue('also', read),
    noLeftovers: hasCue('no-leftovers', read),
    isOfPeople: forbidden.some(({ reason }) => reason !== 'without'),
  };
}

/** Whether it wishes anything of meals, but when they are. */
export function hasWish({ wishes, meals, skip }: ReadClause): boolean {
  return wishesAnything(wishes) || meals !== null || skip;
}

/** What stands in a clause. */
export function within<Slot extends { readonly at: number }>(
  clause: Clause,
  slots: readonly Slot[],
): Slot[] {
  return slots.filter(({ at }) => clause.at <= at && at < clause.end);
}

const BUDGET = /\b(?:budzet\w*|budget\w*|max\w*|maks\w*|do|za|under|within|spend|wydac)\b/;
const BARE_BUDGET = /\bbud[zg]et[a-z]{0,3}[^a-z\d][^\d]{0,14}(\d{1,6})(?:[.,](\d{2}))?\b/;

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

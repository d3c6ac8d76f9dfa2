import { addDays } from '#shared/expiry/plain-date.ts';
import { clausesOf, datesOf } from './clauses.ts';
import { leftOutOf } from './left-out.ts';
import {
  type DaysAsk,
  type MealAsk,
  mergedMeal,
  NOTHING_OF_MEAL,
  type PlanAsk,
  wishesAnything,
} from './plan-ask.ts';
import { type AskContext, hasWish, type ReadClause, readClause } from './read-clause.ts';
import { strangersIn } from './strangers.ts';

/** What a message wishes of a plan, and what of it nobody could take for a wish. */
export interface ReadAsk {
  readonly ask: PlanAsk;
  /** As it was written. */
  readonly leftOut: readonly string[];
  /** Names of nobody who lives here. */
  readonly strangers: readonly string[];
}

/** Days and meals of the plan, its wishes, and wishes of single days, clause by clause. */
export function readAsk(message: string, context: AskContext): ReadAsk {
  const { slots, today } = context;
  const dates = datesOf(message, slots.dates, today);
  const clauses = clausesOf(message, dates, today).map((one) => readClause(one, context));
  const base = widestOf(clauses);
  const own = new Map<ReadClause, DaysAsk>();
  let all: MealAsk = NOTHING_OF_MEAL;
  for (const clause of clauses) {
    const [lastClause, last] = [...own].at(-1) ?? [];
    if (isOwn(clause, base)) own.set(clause, ownOf(clause, base));
    else if (lastClause !== undefined && last !== undefined && refines(clause, last))
      own.set(lastClause, { ...last, ...mergedMeal(last, clause.wishes) });
    else all = mergedMeal(all, clause.wishes);
  }
  const ofAll = clauses.filter((one) => !own.has(one));
  const meals = [...new Set(ofAll.flatMap((one) => one.meals ?? []))];
  const planned = clauses.filter(({ skip }) => !skip);
  const days = [...new Set(planned.flatMap((one) => daysOfPlan(one, base)))].sort();
  const ask: PlanAsk = {
    ...all,
    days: days.length === 0 ? null : days,
    meals: meals.length === 0 ? null : meals,
    budget: clauses.find(({ budget }) => budget !== null)?.budget ?? null,
    leftovers: !clauses.some(({ noLeftovers }) => noLeftovers),
    own: [...own.values()],
  };
  return { ask, leftOut: leftOutOf(clauses, context), strangers: strangersIn(message, context) };
}

/** The clause that tells the days of the plan: the longest span, the first of several. */
function widestOf(clauses: readonly ReadClause[]): ReadClause | null {
  return clauses
    .filter(({ days }) => days.length > 0)
    .reduce<ReadClause | null>((widest, one) => {
      return widest === null || one.days.length > widest.days.length ? one : widest;
    }, null);
}

/** Of days by themselves: within the plan's, or said to be unlike them. */
function isOwn(clause: ReadClause, base: ReadClause | null): boolean {
  const { days, skip, only, wishes } = clause;
  if (days.length === 0 || !hasWish(clause)) return false;
  if (skip) return true;
  if (clause === base) return false;
  const isWithin = base !== null && nearBase(days, base).every((day) => base.days.includes(day));
  return isWithin || only || wishesAnything(wishes);
}

function ownOf(clause: ReadClause, base: ReadClause | null): DaysAsk {
  const { days, wishes, meals, also: adds, skip } = clause;
  return { ...wishes, days: nearBase(days, base), meals, adds, skip };
}

/** `W sobotę` of a plan that begins this Saturday is today, and not in a week. */
function nearBase(days: readonly string[], base: ReadClause | null): string[] {
  const isBase = (day: string) => base?.days.includes(day) ?? false;
  const earlier = days.map((day) => addDays(day, -7));
  return !days.some(isBase) && earlier.every(isBase) ? earlier : [...days];
}

/** Another span tells when, and not what: `co w tym tygodniu? rozpisz kolacje od jutra na 4 dni`. */
function daysOfPlan(clause: ReadClause, base: ReadClause | null): readonly string[] {
  if (clause === base) return clause.days;
  const days = nearBase(clause.days, base);
  const isSpan = days.length > 1 && (base?.days.length ?? 0) > 1;
  return isSpan ? [] : days;
}

/** `W środę szybko, tak do 20 min`: the same wish without its day, said better. */
function refines({ days, wishes }: ReadClause, last: DaysAsk): boolean {
  if (days.length > 0) return false;
  const isOfTime = wishes.minutes !== null && last.minutes !== null;
  const isOfGuests = wishes.guests !== null || wishes.servings !== null;
  return isOfTime || (isOfGuests && last.guests !== null);
}

import type { Person } from '#shared/households/person.ts';
import type { PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { mealName, nearDayText, spanText } from '#shared/meal-plans/meal-text.ts';
import type { Outcome } from '#shared/meal-plans/records/stored-plan.ts';
import { moneyText } from '#shared/money/money-text.ts';
import type { DaysAsk, MealAsk, PlanAsk } from '#shared/plan-requests/plan-ask.ts';
import { codeName } from '#shared/restrictions/diet-names.ts';
import type { TalkContext } from './talk-context.ts';
import type { Said, SaidMeal } from './turn.ts';

type Wording = Pick<TalkContext, 'locale' | 'phrases'> & {
  readonly snapshot: Pick<TalkContext['snapshot'], 'day' | 'people'>;
};

/** `jutro (sobota 14.03), obiad` */
export function slotLabel(
  { date, meal }: Pick<PlannedSlot, 'date' | 'meal'>,
  { locale, snapshot }: Wording,
): string {
  return `${nearDayText(date, snapshot.day, locale)}, ${mealName(meal, locale)}`;
}

/** A line for each meal, in the order in which they are eaten. */
export function mealLines(slots: readonly PlannedSlot[], wording: Wording): SaidMeal[] {
  return slots.map((slot) => mealLine(slot, wording));
}

function mealLine(slot: PlannedSlot, wording: Wording): SaidMeal {
  const { phrases } = wording;
  const { id: recipeId, minutes } = slot.recipe;
  const remarks = [
    slot.leftoversOf === null && minutes !== null ? phrases.minutes(minutes) : null,
    slot.leftoversOf === null ? null : phrases.leftovers,
    slot.locked ? phrases.locked : null,
    slot.cookedId === null ? null : phrases.cooked,
  ].filter((one) => one !== null);
  return { recipeId, before: `– ${slotLabel(slot, wording)}: `, remarks };
}

/** Why a meal stands where it does: what it uses, and what the planner says of it. */
export function whyLine(slot: PlannedSlot, wording: Wording): SaidMeal {
  const { phrases } = wording;
  const products = [...new Set(slot.uses.map(({ product }) => product))];
  const uses = products.length === 0 ? [] : [phrases.uses(products.slice(0, 8).join(', '))];
  const reasons = [...slot.why, ...uses];
  return {
    recipeId: slot.recipe.id,
    before: `– ${slotLabel(slot, wording)}: `,
    remarks: reasons.length === 0 ? [phrases.noReason] : reasons,
  };
}

export function sumsOf({
  cost,
  wasteAvoided: saved,
}: Pick<Outcome, 'cost' | 'wasteAvoided'>): Said {
  return { fact: 'sums', cost, saved };
}

/** All that was understood, so that nothing is taken for a wish in silence: a fact, for it names foods to avoid. */
export function understood(ask: PlanAsk, wording: Wording): Said[] {
  const { locale, phrases } = wording;
  const parts = [
    ...(ask.meals ?? []).map((meal) => mealName(meal, locale)),
    ...wishesOf(ask, wording),
    ...(ask.budget === null
      ? []
      : [phrases.budget(moneyText({ amount: ask.budget, currency: 'PLN' }, locale))]),
    ...ask.own.flatMap((own) => ownWishes(own, wording)),
  ];
  return parts.length === 0 ? [] : [{ fact: 'understood', wishes: parts.slice(0, 20) }];
}

/** `środa 02.12 – do 20 min` */
function ownWishes(own: DaysAsk, wording: Wording): string[] {
  const { locale, phrases } = wording;
  const meals = (own.meals ?? []).map((meal) => mealName(meal, locale));
  const wishes = own.skip ? [phrases.nothingThen] : [];
  const all = [...meals, ...wishes, ...wishesOf(own, wording)];
  const [from = '', to = from] = [own.days[0], own.days.at(-1)];
  return all.length === 0 || from === ''
    ? []
    : [`${spanText(from, to, locale)}: ${all.join(', ')}`];
}

function wishesOf(
  { people, servings, guests, minutes, avoid }: MealAsk,
  { locale, phrases, snapshot }: Wording,
): string[] {
  const diets = avoid.flatMap(({ diet }) => (diet === null ? [] : [codeName(diet, locale)]));
  const foods = avoid.flatMap(({ name }) => name ?? []);
  return [
    ...(people === null ? [] : [phrases.forPeople(namesOf(people, snapshot.people))]),
    ...(servings === null ? [] : [phrases.servings(servings)]),
    ...(guests === null || guests === 0 ? [] : [phrases.guests(guests)]),
    ...(minutes === null ? [] : [phrases.upTo(minutes)]),
    ...diets,
    ...(foods.length === 0 ? [] : [phrases.without(foods.join(', '))]),
  ];
}

function namesOf(ids: readonly string[], people: readonly Person[]): string {
  return people
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

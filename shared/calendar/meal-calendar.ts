import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import { type Component, calendarText, type Property } from '#shared/icalendar/calendar.ts';
import { localValue, textValue, utcValue } from '#shared/icalendar/content-line.ts';
import { timeZone } from '#shared/icalendar/time-zone.ts';
import type { PlannedPreparation, PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { mealName } from '#shared/meal-plans/meal-text.ts';
import { clockOf, MEAL_TIMES } from '#shared/meal-plans/meal-times.ts';
import { selectPlans } from '#shared/meal-plans/records/plan-store.ts';
import type { StoredPlan } from '#shared/meal-plans/records/stored-plan.ts';
import { amountText } from '#shared/pantry/lot-text.ts';
import { today } from '#shared/pantry/today-store.ts';
import { PREPARATION_NAMES } from '#shared/recipes/preparation/preparation-names.ts';
import { type FeedOwner, findFeed } from './feed-store.ts';

/** Plans that are looked at, the newest first; a plan has 14 days at most and begins 30 ahead. */
const MAX_PLANS = 40;
/** What was eaten longer ago is taken out of the calendar. */
const DAYS_BACK = 30;
const NAME = { pl: 'Posiłki', en: 'Meals' } as const;
const TEXTS = {
  pl: { leftovers: 'z tego, co ugotowano wcześniej', uses: 'z domu', buys: 'kupić' },
  en: { leftovers: 'of what was cooked before', uses: 'at home', buys: 'to buy' },
} as const;

/** The calendar of planned meals and of what is to be done before them. @throws UserError 404 `unknown-feed` */
export async function mealCalendar(token: string): Promise<string> {
  const owner = await findFeed(token);
  return await withHousehold(owner, async (client) => {
    const day = await today(client);
    const plans = await selectPlans(client, undefined, MAX_PLANS);
    return mealCalendarOf(plans, addDays(day, -DAYS_BACK), owner);
  });
}

/** Of each meal what the newest plan says. */
export function mealCalendarOf(
  plans: readonly StoredPlan[],
  from: string,
  { zone, locale }: Pick<FeedOwner, 'zone' | 'locale'>,
): string {
  const meals = new Map<string, { readonly slot: PlannedSlot; readonly plan: StoredPlan }>();
  for (const plan of plans) {
    for (const slot of plan.outcome.slots) {
      const key = `${slot.date} ${slot.meal}`;
      if (slot.date >= from && !meals.has(key)) meals.set(key, { slot, plan });
    }
  }
  const all = [...meals.values()];
  const events = all.flatMap(({ slot, plan }) => [
    mealEvent(slot, plan, zone, locale),
    ...slot.prepare.map((step, index) => preparationEvent(step, index, slot, plan, zone, locale)),
  ]);
  const days = all.map(({ slot }) => slot.date).sort();
  const zoneInfo = timeZone(zone, days[0] ?? from, days.at(-1) ?? from);
  return calendarText(NAME[locale], [zoneInfo, ...events]);
}

function mealEvent(slot: PlannedSlot, plan: StoredPlan, zone: string, locale: Locale): Component {
  return event(plan, slot.id, [
    startOf(slot.date, clockOf(MEAL_TIMES[slot.meal]), zone),
    ['DURATION', 'PT1H'],
    ['SUMMARY', textValue(`${mealName(slot.meal, locale)}: ${slot.recipe.title}`)],
    ['DESCRIPTION', textValue(aboutMeal(slot, locale))],
  ]);
}

function aboutMeal({ leftoversOf, why, uses, buys }: PlannedSlot, locale: Locale): string {
  const texts = TEXTS[locale];
  if (leftoversOf !== null) return texts.leftovers;
  const used = uses.map(({ product, quantity }) =>
    quantity === null ? product : `${product} ${amountText(quantity, locale)}`,
  );
  const bought = buys.map(({ product, quantity }) => `${product} ${amountText(quantity, locale)}`);
  return [
    ...why,
    ...(used.length === 0 ? [] : [`${texts.uses}: ${used.join(', ')}`]),
    ...(bought.length === 0 ? [] : [`${texts.buys}: ${bought.join(', ')}`]),
  ].join('\n');
}

function preparationEvent(
  { kind, date, time, detail }: PlannedPreparation,
  index: number,
  slot: PlannedSlot,
  plan: StoredPlan,
  zone: string,
  locale: Locale,
): Component {
  const summary = `${PREPARATION_NAMES[locale][kind]}: ${slot.recipe.title}`;
  return event(plan, `${slot.id}-${index + 1}`, [
    startOf(date, time, zone),
    ['DURATION', 'PT15M'],
    ['SUMMARY', textValue(summary)],
    ['DESCRIPTION', textValue(detail)],
  ]);
}

/** Its SEQUENCE grows when the plan is changed, so that programs take the newer one. */
function event(plan: StoredPlan, uid: string, properties: readonly Property[]): Component {
  return {
    kind: 'VEVENT',
    properties: [
      ['UID', uid],
      ['DTSTAMP', utcValue(plan.updatedAt)],
      ['SEQUENCE', String(plan.version - 1)],
      ...properties,
      ['TRANSP', 'TRANSPARENT'],
    ],
  };
}

function startOf(date: string, clock: string, zone: string): Property {
  return [`DTSTART;TZID=${zone}`, localValue(`${date}T${clock}Z`)];
}

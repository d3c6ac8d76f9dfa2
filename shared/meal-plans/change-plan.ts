import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { type ConditionalChange, etag, requireMatch } from '#shared/versions/if-match.ts';
import type { PlannedSlot, SlotChange, Violation } from './api/plan-schema.ts';
import type { Forecasts, PlanningFor } from './forecast.ts';
import { gather, outcomeOf, type ShownPlan } from './plan-meals.ts';
import { lockPlan, selectPlan, updatePlan } from './records/plan-store.ts';
import type { PlanDraft, StoredWishes, WishedMeal } from './records/stored-plan.ts';
import { showPlan } from './show-plan.ts';

/**
 * Changes wishes of single meals and plans again: what was cooked stays, the rest stays as close to what it
 * was as it can. Where the changed wishes stand in the way, nothing is changed and they are named.
 * @throws UserError 404, 409 `slot-cooked`, `plan-not-made`, 412, 428; 422 as of `planWishes`
 */
export async function changePlan(
  request: ConditionalChange & { readonly locale: Locale },
  id: string,
  changes: readonly SlotChange[],
  forecasts: Forecasts,
): Promise<ShownPlan> {
  const { household, locale } = request;
  const stored = await withHousehold(household, (client) => selectPlan(client, id));
  requireMatch(request, stored.version);
  if (['queued', 'running'].includes(stored.outcome.status)) throw notMadeYet();
  const { draft, changed, violations } = await replan(
    household,
    stored,
    changes,
    locale,
    forecasts,
  );
  if (violations.length > 0)
    return { plan: { ...showPlan(stored), violations }, etag: etag(stored.version) };
  const saved = await withHousehold(household, async (client) => {
    // Somebody may have changed it while this was planned.
    requireMatch(request, (await lockPlan(client, id)).version);
    return await updatePlan(client, { id, ...draft });
  });
  return { plan: showPlan(saved, { changed: [...changed] }), etag: etag(saved.version) };
}

/** What changes of a plan come to. */
export interface Replanned {
  /** With the violations as it was. */
  readonly draft: PlanDraft;
  /** Ids of the meals that are not what they were. */
  readonly changed: readonly string[];
  readonly violations: Violation[];
}

/**
 * The same without keeping it.
 * @throws UserError 404, 409 `slot-cooked`; 422 as of `planWishes`
 */
export async function replan(
  household: PlanningFor,
  before: PlanDraft,
  changes: readonly SlotChange[],
  locale: Locale,
  forecasts: Forecasts,
): Promise<Replanned> {
  const fixed = before.outcome.slots.filter((slot) => isFixed(slot, before));
  const wishes = changedWishes(before, changes, fixed);
  const swapped = new Set(changes.flatMap((change) => (change.swap === true ? change.id : [])));
  const was = { slots: before.outcome.slots, swapped };
  const open = { ...wishes, meals: wishes.meals.filter((meal) => !has(fixed, meal.id)) };
  const { facts, planned } = await gather(household, open, locale, forecasts, was);
  const outcome = outcomeOf(facts, open, planned, { before: was });
  const { violations } = outcome;
  if (outcome.status === 'infeasible') return { draft: before, changed: [], violations };
  const slots = wishes.meals.flatMap(({ id: slot }) => {
    return [...fixed, ...outcome.slots].filter((one) => one.id === slot);
  });
  const changed = slots.filter((slot) => !isSame(slot, before)).map((slot) => slot.id);
  return { draft: { wishes, outcome: { ...outcome, slots } }, changed, violations: [] };
}

/** Cooked, or eaten of what was cooked. */
export function isFixed({ cookedId, leftoversOf }: PlannedSlot, { outcome }: PlanDraft): boolean {
  if (cookedId !== null) return true;
  return outcome.slots.some(({ id, cookedId: source }) => id === leftoversOf && source !== null);
}

function changedWishes(
  { wishes }: PlanDraft,
  changes: readonly SlotChange[],
  fixed: readonly PlannedSlot[],
): StoredWishes {
  for (const { id } of changes) {
    if (!wishes.meals.some((meal) => meal.id === id)) throw unknownSlot(id);
    if (has(fixed, id)) throw slotCooked();
  }
  const meals = wishes.meals.map((meal) => {
    const change = changes.find(({ id }) => id === meal.id);
    return change === undefined ? meal : changedMeal(meal, change);
  });
  return { ...wishes, meals };
}

function changedMeal(meal: WishedMeal, change: SlotChange): WishedMeal {
  const { locked = meal.locked, people, guests, servings, maxMinutes, swap, recipeId } = change;
  const { avoid = meal.avoid } = change;
  const isNamed = people !== undefined || guests !== undefined;
  return {
    ...meal,
    locked: swap === true ? false : locked,
    avoid: [...avoid],
    people: people ?? (isNamed ? null : meal.people),
    guests: guests ?? (isNamed ? [] : meal.guests),
    servings: servings ?? (isNamed ? null : meal.servings),
    maxMinutes: maxMinutes === undefined ? meal.maxMinutes : maxMinutes,
    // A dish that was chosen before gives way to the wish for another one.
    recipeId: recipeId ?? (swap === true ? null : meal.recipeId),
  };
}

function isSame(slot: PlannedSlot, { outcome }: PlanDraft): boolean {
  const was = outcome.slots.find(({ id }) => id === slot.id);
  const facts = (one: PlannedSlot | undefined) =>
    JSON.stringify([
      one?.recipe.id,
      one?.servings,
      one?.leftoversOf,
      one?.uses,
      one?.people,
      one?.locked,
    ]);
  return facts(slot) === facts(was);
}

function has(slots: readonly PlannedSlot[], id: string): boolean {
  return slots.some((slot) => slot.id === id);
}

/** 409: there is nothing to change yet. */
function notMadeYet(): UserError {
  return new UserError('conflict', 'plan-not-made', {
    pl: 'Ten plan dopiero się układa. Poczekaj, aż będzie gotowy.',
    en: 'This plan is still being made. Wait until it is ready.',
  });
}

/** 404: the plan has no such meal. */
export function unknownSlot(id: string): UserError {
  return new UserError('not-found', 'unknown-slot', {
    pl: `W planie nie ma posiłku ${id}.`,
    en: `The plan has no meal ${id}.`,
  });
}

/** 409: what was cooked is eaten as it is. */
export function slotCooked(): UserError {
  return new UserError('conflict', 'slot-cooked', {
    pl: 'Ten posiłek jest już ugotowany.',
    en: 'This meal has been cooked already.',
  });
}

import * as z from 'zod/mini';
import { UserError } from '#shared/errors/user-error.ts';
import { addPlan } from '#shared/meal-plans/add-plan.ts';
import { cookSlotIn, unmarkCooked } from '#shared/meal-plans/cook-slot.ts';
import { mealLabel, spanText } from '#shared/meal-plans/meal-text.ts';
import {
  deletePlan,
  insertPlan,
  lockPlan,
  updatePlan,
} from '#shared/meal-plans/records/plan-store.ts';
import { PlanDraft, type StoredPlan } from '#shared/meal-plans/records/stored-plan.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { undoBookingsIn } from '#shared/pantry/undo.ts';
import { defineProposal } from './proposal-kind.ts';
import {
  planChangeSchema,
  planCookSchema,
  planRemovalSchema,
  planSchema,
} from './schemas/meal-plans.ts';

const Kept = z.object({ planId: z.uuid(), version: z.int() });
const KeptBefore = z.extend(Kept, { before: PlanDraft });

/** Keeping a plan that was made; its dishes are told beside it, and read there. */
export const planKind = defineProposal(planSchema, {
  show: ({ draft: { outcome } }) => outcome,
  summary({ draft: { wishes, outcome } }, locale) {
    const days = outcome.slots.map(({ date }) => date);
    const span = spanText(days[0] ?? wishes.from, days.at(-1) ?? wishes.from, locale);
    const cost = moneyText(outcome.cost, locale);
    return locale === 'pl'
      ? `Zapisać ten plan (${span}, posiłki: ${outcome.slots.length}, zakupy około ${cost})?`
      : `Save this plan (${span}, meals: ${outcome.slots.length}, shopping about ${cost})?`;
  },
  done: (_, locale) =>
    locale === 'pl'
      ? 'Plan zapisany. Napisz „zrób listę zakupów”, jeśli chcesz ją do niego.'
      : 'The plan is saved. Say “make a shopping list” if you want one for it.',
  isSaid: true,
  undoable: false,
  async apply({ draft }, { client, household }) {
    const { id: planId, version } = await addPlan(client, household.householdId, draft);
    return { bookingIds: [], kept: { planId, version } };
  },
  async undo(kept, { client }) {
    const { planId, version } = z.parse(Kept, kept);
    requireVersion(await lockPlan(client, planId), version);
    await deletePlan(client, planId);
  },
});

/** Other dishes, or locks, in a plan that is kept. */
export const planChangeKind = defineProposal(planChangeSchema, {
  show: ({ planId, draft: { outcome }, changed }) => ({
    planId,
    ...outcome,
    slots: outcome.slots.filter(({ id }) => changed.includes(id)),
  }),
  summary: ({ draft: { outcome } }, locale) =>
    locale === 'pl'
      ? `Zapisać tę zmianę w planie (zakupy około ${moneyText(outcome.cost, locale)})?`
      : `Save this change of the plan (shopping about ${moneyText(outcome.cost, locale)})?`,
  done: (_, locale) => (locale === 'pl' ? 'Plan zmieniony.' : 'The plan is changed.'),
  isSaid: true,
  undoable: false,
  async apply({ planId, version, draft }, { client }) {
    const stored = await lockPlan(client, planId);
    requireVersion(stored, version);
    const { wishes, outcome } = stored;
    const saved = await updatePlan(client, { id: planId, ...draft });
    return {
      bookingIds: [],
      kept: { planId, version: saved.version, before: { wishes, outcome } },
    };
  },
  async undo(kept, { client }) {
    const { planId, version, before } = z.parse(KeptBefore, kept);
    requireVersion(await lockPlan(client, planId), version);
    await updatePlan(client, { id: planId, ...before });
  },
});

export const planRemovalKind = defineProposal(planRemovalSchema, {
  show: ({ planId, from, to }) => ({ planId, from, to }),
  summary: ({ from, to }, locale) =>
    locale === 'pl'
      ? `Usunąć plan (${spanText(from, to, locale)})? To, co już ugotowane, zostaje zapisane.`
      : `Delete the plan (${spanText(from, to, locale)})? What was cooked stays noted.`,
  done: (_, locale) => (locale === 'pl' ? 'Plan usunięty.' : 'The plan is deleted.'),
  isSaid: true,
  undoable: false,
  async apply({ planId, version }, { client }) {
    const stored = await lockPlan(client, planId);
    requireVersion(stored, version);
    await deletePlan(client, planId);
    return { bookingIds: [], kept: { wishes: stored.wishes, outcome: stored.outcome } };
  },
  async undo(kept, { client, household }) {
    await insertPlan(client, household.householdId, z.parse(PlanDraft, kept));
  },
});

/** Noting that a planned meal was cooked. */
export const planCookKind = defineProposal(planCookSchema, {
  show: ({ planId, slotId, recipe: { title } }) => ({ planId, slotId, title }),
  summary: ({ date, meal, recipe: { title } }, locale) =>
    locale === 'pl'
      ? `Zapisać, że ugotowane: „${title}” (${mealLabel(date, meal, locale)})? Po potwierdzeniu zdejmę składniki ze spiżarni.`
      : `Note that “${title}” (${mealLabel(date, meal, locale)}) was cooked? Once you confirm, I take its ingredients from the pantry.`,
  done: ({ recipe: { title } }, locale) =>
    locale === 'pl'
      ? `Zapisane: „${title}” ugotowane, a składniki zdjęte ze spiżarni.`
      : `Noted: “${title}” was cooked, and its ingredients are taken from the pantry.`,
  isSaid: true,
  dish: ({ recipe }) => recipe,
  undoable: true,
  async apply({ planId, slotId }, { client, household, locale }) {
    const { bookingIds, avoided } = await cookSlotIn(client, household, { planId, slotId }, locale);
    return { bookingIds, avoided, kept: { planId, slotId, bookingIds } };
  },
  async undo(kept, { client }) {
    const { bookingIds, ...slot } = z.parse(KeptCooking, kept);
    await undoBookingsIn(client, bookingIds);
    await unmarkCooked(client, slot);
  },
});

const KeptCooking = z.object({
  planId: z.uuid(),
  slotId: z.uuid(),
  bookingIds: z.array(z.uuid()),
});

/** Changed meanwhile, it is not what was seen. */
function requireVersion(stored: Pick<StoredPlan, 'version'>, version: number): void {
  if (stored.version !== version)
    throw new UserError('conflict', 'plan-changed', {
      pl: 'Ten plan zmieniono w międzyczasie. Zapytaj o niego jeszcze raz.',
      en: 'This plan was changed meanwhile. Ask about it again.',
    });
}

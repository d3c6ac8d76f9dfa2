import type { Locale } from '#shared/context/locale.ts';
import type { MealPlanView, PlannedSlot } from './api/plan-schema.ts';

/** A millionth of a gram is no change of the pantry. */
const NOTHING = 1e-6;

/**
 * The meals that are to be cooked and whose lots are gone or too small by now, meal after meal.
 * @param left what is left of each lot, in g, ml or pieces
 */
export function outdatedSlots(
  slots: readonly PlannedSlot[],
  left: ReadonlyMap<string, number>,
  locale: Locale,
): MealPlanView['outdated'] {
  const there = new Map(left);
  return slots.flatMap(({ id: slotId, cookedId, uses }) => {
    if (cookedId !== null) return [];
    return uses.flatMap(({ lotId, product, quantity }) => {
      const before = there.get(lotId) ?? 0;
      const after = before - Number(quantity?.value ?? 0);
      there.set(lotId, Math.max(0, after));
      const isGone = quantity === null ? before <= 0 : after < -NOTHING;
      return isGone ? [{ slotId, lotId, product, detail: detailOf(before, quantity)[locale] }] : [];
    });
  });
}

function detailOf(there: number, quantity: PlannedSlot['uses'][number]['quantity']) {
  if (there <= 0 || quantity === null) return { pl: 'Już tego nie ma.', en: 'It is gone.' };
  const { value, unit } = quantity;
  const is = Math.round(there * 1000) / 1000;
  return {
    pl: `Potrzeba ${value} ${unit}, jest ${is} ${unit}.`,
    en: `${value} ${unit} are needed, there are ${is} ${unit}.`,
  };
}

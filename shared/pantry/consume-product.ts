import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { FoodRef } from '#shared/products/relation/serves.ts';
import { subtract } from '#shared/quantities/rational.ts';
import { deduct } from './deduct.ts';
import { AS_NAMED } from './fefo.ts';
import { amountOf, notEnough, type Quantity, quantityOf } from './stock-amount.ts';

/**
 * Takes an amount of a product from whichever lots expire first; all of it or nothing.
 * @throws UserError 409 with what there is, `past-use-by` when more is there that must not be eaten;
 *   422 when no lot's unit converts to the asked one
 */
export async function consumeProduct(
  household: HouseholdContext,
  asked: { product: FoodRef; quantity: Quantity; reason?: string | undefined },
) {
  return await withHousehold(household, async (client) => {
    const need = { product: asked.product, amount: amountOf(asked.quantity) };
    const { groupId, bookingIds, taken, shortages } = await deduct(
      client,
      [need],
      AS_NAMED,
      asked.reason,
    );
    const [short] = shortages;
    if (short?.why === 'not-comparable') throw mismatch(asked.quantity.unit);
    if (short !== undefined) {
      const value = subtract(need.amount.value, short.missing.value);
      const there = quantityOf({ value, unit: need.amount.unit });
      throw short.why === 'past-use-by' ? pastUseBy(there) : notEnough(there);
    }
    return {
      groupId,
      bookingIds,
      taken: taken.map(({ quantity, booked }) => ({ quantity, lot: booked.lot })),
    };
  });
}

function mismatch(unit: string): UserError {
  return new UserError('unprocessable', 'unit-mismatch', {
    pl: `Tego produktu nie da się odmierzyć w jednostce ${unit}.`,
    en: `This product cannot be measured in ${unit}.`,
  });
}

/** A person who ate it anyway books the lot itself. */
function pastUseBy({ value, unit }: Quantity): UserError {
  return new UserError('conflict', 'past-use-by', {
    pl: `Do jedzenia jest tylko ${value} ${unit}, reszta jest po terminie „należy spożyć do”.`,
    en: `There is only ${value} ${unit} to eat; the rest is past its use-by date.`,
  });
}

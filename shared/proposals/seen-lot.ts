import { UserError } from '#shared/errors/user-error.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { amountText, placeName } from '#shared/pantry/lot-text.ts';
import { plain } from '#shared/pantry/stock-amount.ts';
import { compare, exactly } from '#shared/quantities/rational.ts';
import type { LotView } from './schemas/lot-view.ts';
import type { SeenLot } from './schemas/pantry.ts';

export function viewOf(row: LotRow): LotView {
  return {
    quantity: { value: plain(row.quantity), unit: row.unit },
    location: row.location,
    isOpen: row.opened_at !== null,
    expires: row.expires_on,
  };
}

/**
 * Whether what was proposed can still be done as it was shown: the lot is where it was and keeps as
 * long, and as much of it is there as is to be taken. All of a lot must still be as much as it was.
 * @throws UserError 409 `lot-changed`, which says what is different
 */
export function requireAsSeen({ product, quantity, whole, seen }: SeenLot, row: LotRow): void {
  const now = viewOf(row);
  const { value, unit } = now.quantity;
  const there =
    unit === seen.quantity.unit && (whole ? value === seen.quantity.value : has(row, quantity));
  if (!there) throw changed(product, amounts(seen, now));
  if (now.location !== seen.location) throw changed(product, places(seen, now));
  if (now.isOpen !== seen.isOpen || now.expires !== seen.expires)
    throw changed(product, OTHER_DATE);
}

function has(row: LotRow, quantity: string): boolean {
  return compare(exactly(row.quantity), exactly(quantity)) >= 0;
}

interface What {
  readonly pl: string;
  readonly en: string;
}

function amounts(seen: LotView, now: LotView): What {
  return {
    pl: `jest ${amountText(now.quantity, 'pl')}, a było ${amountText(seen.quantity, 'pl')}`,
    en: `there is ${amountText(now.quantity, 'en')} now, and there was ${amountText(seen.quantity, 'en')}`,
  };
}

function places(seen: LotView, now: LotView): What {
  return {
    pl: `miejsce to teraz ${placeName(now.location, 'pl')}, a przedtem ${placeName(seen.location, 'pl')}`,
    en: `it is in the ${placeName(now.location, 'en')} now, and was in the ${placeName(seen.location, 'en')}`,
  };
}

const OTHER_DATE = {
  pl: 'zmienił się termin albo ktoś to otworzył',
  en: 'its date has changed, or somebody has opened it',
};

function changed(product: string, what: What): UserError {
  return new UserError('conflict', 'lot-changed', {
    pl: `Od tej propozycji coś się zmieniło. ${product}: ${what.pl}. Powiedz jeszcze raz, co zapisać.`,
    en: `Something has changed since this was proposed. ${product}: ${what.en}. Say again what to book.`,
  });
}

import { withHousehold } from '#shared/database/with-household.ts';
import { requireMatch } from '#shared/entry/etag.ts';
import type { HouseholdContext, Request } from '#shared/entry/request.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { less, type Quantity } from './amount.ts';
import { book } from './book.ts';
import type { LotChange } from './lot.ts';
import { type LotRow, lockLot } from './lot-row.ts';
import { today } from './today.ts';

/** Takes some of a lot, or all of it. @throws UserError 404, 409 when there is less, 400 for its unit */
export async function takeFromLot(
  who: HouseholdContext,
  id: string,
  kind: 'consume' | 'waste',
  taken: { quantity?: Quantity | undefined; reason?: string | undefined },
) {
  return await withHousehold(who, async (client) => {
    const lot = await lockLot(client, id);
    const quantity = less({ value: lot.quantity, unit: lot.unit }, taken.quantity ?? whole(lot));
    return await book(client, lot, { quantity }, { kind, reason: taken.reason });
  });
}

/** Opens, freezes or moves a lot; its expiry follows the shipped rules unless it was printed. */
export async function moveLot(
  who: HouseholdContext,
  id: string,
  move: { kind: 'open' } | { kind: 'freeze' } | { kind: 'move'; location: LotRow['location'] },
) {
  return await withHousehold(who, async (client) => {
    const lot = await lockLot(client, id);
    const day = await today(client);
    const location =
      move.kind === 'freeze' ? 'freezer' : move.kind === 'move' ? move.location : lot.location;
    const opened = move.kind === 'open' ? { opened_at: lot.opened_at ?? new Date() } : {};
    const change = { location, ...opened, ...newExpiry(lot, location, day, move.kind) };
    return await book(client, lot, change, { kind: move.kind });
  });
}

/** Opening never makes anything keep longer; another place counts from today. */
function newExpiry(lot: LotRow, location: LotRow['location'], day: string, kind: string) {
  const known = {
    ...(lot.product_key !== null && { productId: lot.product_key }),
    ...(lot.category !== null && { categoryKey: lot.category }),
  };
  const opened = kind === 'open' || lot.opened_at !== null ? { opened: day } : {};
  const frozen = location === 'freezer' ? { frozen: day } : {};
  const expiry = shelfLife({ ...known, location, boughtOn: day, ...opened, ...frozen });
  const keeps =
    location === lot.location && lot.expires_on !== null && lot.expires_on <= expiry.date;
  if (keeps) return {};
  return { expires_on: expiry.date, expires_kind: expiry.kind, expires_source: expiry.source };
}

/** Corrects a lot. @throws UserError 404, 412, 428 */
export async function changeLot(
  request: Pick<Request, 'headers' | 'household'>,
  id: string,
  { product, quantity, expires }: LotChange,
) {
  return await withHousehold(request.household, async (client) => {
    const lot = await lockLot(client, id);
    requireMatch(request, lot.version);
    const printed = { expires_source: 'printed' as const };
    const change = {
      ...(product && { product_name: product.name }),
      ...(quantity && { quantity: quantity.value, unit: quantity.unit }),
      ...(expires && { expires_on: expires.date, expires_kind: expires.kind, ...printed }),
    };
    return await book(client, lot, change, { kind: 'edit' });
  });
}

function whole(lot: LotRow): Quantity {
  return { value: lot.quantity, unit: lot.unit };
}

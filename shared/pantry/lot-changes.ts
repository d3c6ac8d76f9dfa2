import { withHousehold } from '#shared/database/with-household.ts';
import { requireMatch } from '#shared/entry/etag.ts';
import type { HouseholdContext, Request } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { less, type Quantity, scaled } from './amount.ts';
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
    if (scaled(lot.quantity) === 0n) throw nothingLeft(lot.unit);
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

/**
 * What a new place or an open package means. Only the freezer makes anything keep longer, and not
 * what has expired already; everywhere else the earlier date counts, so that moving to and fro
 * never refreshes food.
 */
function newExpiry(lot: LotRow, location: LotRow['location'], day: string, kind: string) {
  const known = {
    ...(lot.product_key !== null && { productId: lot.product_key }),
    ...(lot.category !== null && { categoryKey: lot.category }),
  };
  const opened = kind === 'open' || lot.opened_at !== null ? { opened: day } : {};
  const frozen = location === 'freezer' ? { frozen: day } : {};
  const expiry = shelfLife({ ...known, location, boughtOn: day, ...opened, ...frozen });
  const current = lot.expires_on;
  const expired = current !== null && current < day;
  const freezes = location === 'freezer' && lot.location !== 'freezer' && !expired;
  const changes = current === null || (freezes ? expiry.date > current : expiry.date < current);
  if (!changes) return {};
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
      ...(product && renamed(product.name, await readAliases(client))),
      ...(quantity && { quantity: quantity.value, unit: quantity.unit }),
      ...(expires && { expires_on: expires.date, expires_kind: expires.kind, ...printed }),
    };
    return await book(client, lot, change, { kind: 'edit' });
  });
}

/** Another name may be another product, with another category. */
function renamed(name: string, aliases: Parameters<typeof matchProduct>[1]) {
  const { product, category } = matchProduct(name, aliases);
  return { product_name: name, product_key: product?.id ?? null, category: category?.key ?? null };
}

function nothingLeft(unit: string): UserError {
  return new UserError('conflict', 'not-enough', {
    pl: `Jest tylko 0 ${unit}.`,
    en: `There is only 0 ${unit}.`,
  });
}

function whole(lot: LotRow): Quantity {
  return { value: lot.quantity, unit: lot.unit };
}

import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { book, showBooked } from './book.ts';
import type { LotState } from './booking-store.ts';
import { expiryAfterRename } from './expiry-after-rename.ts';
import { expiryAfterMove, expiryAfterOpening } from './expiry-change.ts';
import type { LotChange } from './lot.ts';
import { originsOf } from './lot-origin-store.ts';
import { type LotRow, showLot } from './lot-row.ts';
import { lockLot } from './lot-store.ts';
import { splitLot } from './split-lot.ts';
import { notEnough, type Quantity, withdraw } from './stock-amount.ts';
import { today } from './today-store.ts';

/** The request of an operation on one lot. */
export interface LotRequest<Body> {
  readonly household: HouseholdContext;
  readonly params: { readonly lotId: string };
  readonly body: Body;
}

/** Takes some of a lot, or all of it. @throws UserError 404, 409 when there is less, 422 for its unit */
export async function takeFromLot(
  {
    household,
    params,
    body,
  }: LotRequest<{ quantity?: Quantity | undefined; reason?: string | undefined }>,
  kind: 'consume' | 'waste',
) {
  return await withHousehold(household, async (client) => {
    const lot = await lockLot(client, params.lotId);
    return showBooked(await takeIn(client, lot, body, { kind }));
  });
}

/** Takes some of a locked lot, or all of it, in the caller's transaction. */
export async function takeIn(
  client: ClientBase,
  lot: LotRow,
  { quantity, reason }: { quantity?: Quantity | undefined; reason?: string | undefined },
  { kind, group }: { kind: 'consume' | 'waste'; group?: string },
) {
  const { left } = withdraw(lot, quantity);
  requireSome(lot);
  return await book(client, lot, { quantity: left }, { kind, reason, group });
}

type Place = LotRow['location'];

const PLACES = { freeze: 'freezer', thaw: 'fridge' } as const;

/**
 * Opens, freezes, thaws or moves a lot or a part of it, which becomes a lot of its own; its expiry
 * follows `expiry-change.ts`. @throws UserError 404, 409 when there is less or none, 422 for its unit
 */
export async function moveLot(
  { household, params, body }: LotRequest<{ quantity?: Quantity | undefined; location?: Place }>,
  kind: 'open' | 'freeze' | 'thaw' | 'move',
) {
  return await withHousehold(household, async (client) => {
    const lot = await lockLot(client, params.lotId);
    const { done, rest } = await moveIn(client, lot, body, { kind });
    return { ...showBooked(done), rest: rest === undefined ? null : showLot(rest) };
  });
}

/** Opens, freezes, thaws or moves a locked lot or a part of it in the caller's transaction. */
export async function moveIn(
  client: ClientBase,
  lot: LotRow,
  { quantity, location }: { quantity?: Quantity | undefined; location?: Place | undefined },
  { kind, group: given }: { kind: 'open' | 'freeze' | 'thaw' | 'move'; group?: string },
) {
  requireSome(lot);
  if (kind === 'thaw' && lot.location !== 'freezer') throw notFrozen();
  const day = await today(client);
  const { row, group, rest } = await splitLot(client, lot, quantity, given);
  const change = await movedState(client, row, { kind, location, day });
  return { done: await book(client, row, change, { kind, group }), rest };
}

/** What of a lot is different once it was opened, frozen, thawed or moved on `day`. */
export async function movedState(
  client: ClientBase,
  row: LotRow,
  moved: {
    readonly kind: 'open' | 'freeze' | 'thaw' | 'move';
    readonly location?: Place | undefined;
    readonly day: string;
  },
): Promise<Partial<LotState>> {
  const { kind, location = row.location, day } = moved;
  const printed_name = (await originsOf(client, [row.id])).get(row.id)?.printed_name;
  const stored = { ...row, printed_name };
  if (kind !== 'open') {
    return expiryAfterMove(stored, kind === 'move' ? location : PLACES[kind], day);
  }
  return { opened_at: row.opened_at ?? new Date(), ...expiryAfterOpening(stored, day) };
}

/** Corrects a lot. @throws UserError 404, 412, 428 */
export async function changeLot(
  request: ConditionalChange,
  id: string,
  { product, quantity, expires, package: pack }: LotChange,
) {
  return await withHousehold(request.household, async (client) => {
    const lot = await lockLot(client, id);
    requireMatch(request, lot.version);
    const printed = { expires_source: 'printed' as const };
    const other = product && renamed(product.name, await readAliases(client));
    const change = {
      ...(other && { ...other, ...(await redated(client, lot, other)) }),
      ...(quantity && { quantity: quantity.value, unit: quantity.unit }),
      ...(expires && { expires_on: expires.date, expires_kind: expires.kind, ...printed }),
      ...(pack && { package_value: pack.value, package_unit: pack.unit }),
    };
    const { bookingId, lot: changed, version } = await book(client, lot, change, { kind: 'edit' });
    return { lot: { ...changed, bookingId }, version };
  });
}

/** @throws UserError 409 for a lot that was used up */
function requireSome({ quantity, unit }: LotRow): void {
  if (exactly(quantity).n === 0n) throw notEnough({ value: '0', unit });
}

/** Another name may be another product, with another category. */
function renamed(name: string, aliases: Parameters<typeof matchProduct>[1]) {
  const { product, category } = matchProduct(name, aliases);
  return { product_name: name, product_key: product?.id ?? null, category: category?.key ?? null };
}

/** Another food keeps otherwise; the same food by another name as long as before. */
async function redated(client: ClientBase, lot: LotRow, other: ReturnType<typeof renamed>) {
  if (lot.product_name === other.product_name) return {};
  const origin = (await originsOf(client, [lot.id])).get(lot.id);
  if (origin === undefined) return {};
  const { printed_name } = origin;
  const facts = { day: await today(client), learned: await readLearned(client) };
  return expiryAfterRename({ ...lot, printed_name }, other, origin, facts);
}

function notFrozen(): UserError {
  return new UserError('conflict', 'not-frozen', {
    pl: 'To nie jest w zamrażarce.',
    en: 'This is not in the freezer.',
  });
}

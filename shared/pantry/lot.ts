import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { Location } from '#shared/products/location.ts';
import { MatchedProduct } from '#shared/products/product-ref.ts';
import { PrintedAmount, StockAmount, StockUnit } from '#shared/quantities/stock-unit.ts';
import { units } from '#shared/quantities/unit.ts';
import { ByName } from '#shared/schemas/by-name.ts';
import { Day } from '#shared/schemas/day.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { words } from '#shared/schemas/words.ts';

const Words = words(200);

/** More than nothing, less than a million, to the thousandth. */
export const Quantity = z.strictObject({
  value: z
    .string()
    .check(
      z.regex(
        /^(?!0+(\.0+)?$)[0-9]{1,6}(\.[0-9]{1,3})?$/,
        'Liczba większa od 0, jak 1 albo 0.512. / A number above 0, like 1 or 0.512.',
      ),
    ),
  unit: StockUnit,
});

/** To take something away any measure will do that converts: spoons, glasses, cloves, ounces. */
export const Measure = z.strictObject({
  value: Quantity.shape.value,
  unit: z.string().check(
    z.refine((unit) => units.has(unit), 'Nieznana jednostka. / Unknown unit.'),
    z.meta({ enum: [...units.keys()] }),
  ),
});

/** What one piece or package holds. */
export const Package = z.strictObject({
  value: Quantity.shape.value,
  unit: z.enum(['g', 'kg', 'ml', 'l']),
});

export const Expiry = z.object({
  date: Day,
  kind: z.enum(['best-before', 'use-by']),
  source: z.enum(['printed', 'learned', 'rule', 'estimated']),
});
export type Expiry = z.infer<typeof Expiry>;

export const Lot = z.object({
  id: z.uuid(),
  product: z.object({
    id: z.nullable(z.string()),
    name: z.string(),
    category: z.nullable(z.string()),
  }),
  quantity: StockAmount,
  location: Location,
  openedAt: z.nullable(Instant),
  /** Null when it never expires (`neverExpires`) or nothing is known. */
  expires: z.nullable(Expiry),
  /** Salt, sugar, honey: told from food that has no date because nothing is known. */
  neverExpires: z.boolean(),
  /** Its date is only estimated, since its food or its place is not known: somebody should look. */
  needsLook: z.boolean(),
  addedAt: Instant,
  receiptItemId: z.nullable(z.uuid()),
  package: z.nullable(PrintedAmount),
});
export type Lot = z.infer<typeof Lot>;

export const PrintedDate = z.strictObject({
  date: Day,
  kind: z._default(z.enum(['best-before', 'use-by']), 'best-before'),
});

/** Without an expiry the shipped rules give one; a date that is given is the printed one. */
export const NewLot = z.strictObject({
  product: ByName,
  quantity: Quantity,
  location: z.optional(Location),
  expires: z.optional(PrintedDate),
  package: z.optional(Package),
});
export type NewLot = z.infer<typeof NewLot>;

export const LotChange = z.strictObject({
  product: z.optional(ByName),
  quantity: z.optional(Quantity),
  expires: z.optional(PrintedDate),
  package: z.optional(Package),
});
export type LotChange = z.infer<typeof LotChange>;

/** Without a quantity it is all of the lot. */
export const Taking = z.strictObject({
  quantity: z.optional(Measure),
  reason: z.optional(Words),
});
/** Without a quantity all of the lot; a part becomes a lot of its own. */
export const Part = z.strictObject({ quantity: z.optional(Measure) });
export const Moving = z.strictObject({ location: Location, quantity: z.optional(Measure) });

export const ProductTaking = z.strictObject({
  product: z.union([
    z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(100)) }),
    ByName,
  ]),
  quantity: Measure,
  reason: z.optional(Words),
});

/** `from` names one of the household's own products. */
export const Merging = z.strictObject({
  from: Words,
  into: z.union([z.strictObject({ id: z.string() }), ByName]),
});
export const Merged = z.object({
  product: MatchedProduct,
  lots: z.int(),
  receiptItems: z.int(),
  printedNames: z.int(),
});

export const Booking = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  groupId: z.nullable(z.uuid()),
  product: z.string(),
  kind: z.enum([
    'add',
    'consume',
    'waste',
    'open',
    'freeze',
    'thaw',
    'move',
    'edit',
    'split',
    'undo',
  ]),
  change: StockAmount,
  reason: z.nullable(z.string()),
  undone: z.boolean(),
  createdAt: Instant,
});

/** A lot that was added or corrected, with the booking that an undo takes. */
export const ChangedLot = z.extend(Lot, { bookingId: z.uuid() });

export const Booked = z.object({
  bookingId: z.uuid(),
  groupId: z.nullable(z.uuid()),
  lot: Lot,
});
/** `rest` is what stayed where it was. */
export const Moved = z.extend(Booked, { rest: z.nullable(Lot) });
/** `bookings` are all that the undo did: more than one for a group. */
export const Undone = z.extend(Booked, {
  bookings: z.array(z.object({ bookingId: z.uuid(), lot: Lot })),
});

export const Consumed = z.object({
  groupId: z.uuid(),
  bookingIds: z.array(z.uuid()),
  taken: z.array(z.object({ quantity: StockAmount, lot: Lot })),
});

export const FirstToGo = z.object({
  today: Day,
  items: z.array(
    z.object({
      lot: Lot,
      daysLeft: z.int(),
      severity: z.enum(['none', 'soon', 'check', 'doubtful', 'do-not-eat']),
      value: z.nullable(Money),
    }),
  ),
});

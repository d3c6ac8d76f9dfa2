import * as z from 'zod/mini';

export const Unit = z.enum(['g', 'kg', 'ml', 'l', 'szt', 'opak']);
export const Location = z.enum(['pantry', 'fridge', 'freezer']);
const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const Day = z.iso.date();

/** More than nothing, less than a million, to the thousandth. */
export const Quantity = z.strictObject({
  value: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/)),
  unit: Unit,
});

const Expiry = z.object({
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
  quantity: z.object({ value: z.string(), unit: Unit }),
  location: Location,
  openedAt: z.nullable(z.string()),
  expires: z.nullable(Expiry),
  addedAt: z.string(),
  receiptItemId: z.nullable(z.uuid()),
});
export type Lot = z.infer<typeof Lot>;

/** Without an expiry the shipped rules give one; a date that is given is the printed one. */
export const NewLot = z.strictObject({
  product: z.strictObject({ name: Words }),
  quantity: Quantity,
  location: z.optional(Location),
  expires: z.optional(
    z.strictObject({
      date: Day,
      kind: z._default(z.enum(['best-before', 'use-by']), 'best-before'),
    }),
  ),
});
export type NewLot = z.infer<typeof NewLot>;

export const LotChange = z.strictObject({
  product: z.optional(z.strictObject({ name: Words })),
  quantity: z.optional(Quantity),
  expires: z.optional(
    z.strictObject({
      date: Day,
      kind: z._default(z.enum(['best-before', 'use-by']), 'best-before'),
    }),
  ),
});
export type LotChange = z.infer<typeof LotChange>;

/** Without a quantity it is all of the lot. */
export const Taking = z.strictObject({
  quantity: z.optional(Quantity),
  reason: z.optional(Words),
});
export const Moving = z.strictObject({ location: Location });
export const Nothing = z.strictObject({});

export const Booking = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  product: z.string(),
  kind: z.enum(['add', 'consume', 'waste', 'open', 'freeze', 'move', 'edit', 'undo']),
  change: z.object({ value: z.string(), unit: Unit }),
  reason: z.nullable(z.string()),
  undone: z.boolean(),
  createdAt: z.string(),
});

export const Booked = z.object({ bookingId: z.uuid(), lot: Lot });

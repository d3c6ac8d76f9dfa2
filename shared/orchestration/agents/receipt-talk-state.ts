import * as z from 'zod/mini';

const Name = z.string().check(z.maxLength(200));

/** A correction of which is not known yet which line is meant, or what it should be. */
export const LineCorrection = z.object({
  name: z.optional(Name),
  /** Decimal amount of money. */
  price: z.optional(z.string()),
  quantity: z.optional(
    z.object({ value: z.string(), unit: z.enum(['g', 'kg', 'ml', 'l', 'szt', 'opak']) }),
  ),
  remove: z.optional(z.literal(true)),
});
export type LineCorrection = z.infer<typeof LineCorrection>;

/** What the agent remembers of a session from one turn to the next. */
export const ReceiptTalkState = z.object({
  /** The receipt that is talked about. */
  receiptId: z.nullable(z.uuid()),
  /** The line of it that was named last. */
  itemId: z.nullable(z.uuid()),
  /** What was listed last: `ten drugi`. */
  listed: z.array(z.uuid()).check(z.maxLength(20)),
  /** What was asked back. */
  asked: z.nullable(
    z.object({ correction: LineCorrection, lines: z.array(z.uuid()).check(z.maxLength(20)) }),
  ),
  /** What the last correction was about: `nie, 13 marca` corrects that. */
  corrected: z.nullable(z.enum(['line', 'day', 'total', 'shop'])),
});
export type ReceiptTalkState = z.infer<typeof ReceiptTalkState>;

export const NEW_STATE: ReceiptTalkState = {
  receiptId: null,
  itemId: null,
  listed: [],
  asked: null,
  corrected: null,
};

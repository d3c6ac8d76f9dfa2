import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { PrintedAmount } from '#shared/quantities/stock-unit.ts';
import { ReceiptChange } from '#shared/receipts/records/receipt-schema.ts';
import { Day } from '#shared/schemas/day.ts';
import { describeProposal } from './describe-proposal.ts';

const Name = z.string().check(z.maxLength(200));

/** A line of a receipt, as far as a change concerns it. */
export const ChangedLine = z.object({
  name: Name,
  /** What it is; null while nobody knows. */
  product: z.nullable(Name),
  quantity: PrintedAmount,
  /** What was paid for it. */
  net: Money,
});
export type ChangedLine = z.infer<typeof ChangedLine>;

const before = <Value extends z.ZodMiniType>(value: Value) =>
  z.nullable(z.object({ before: z.nullable(value), after: value }));

const Diff = z.object({
  receiptId: z.uuid(),
  merchant: before(Name),
  date: before(Day),
  total: before(Money),
  /** `before` null is added, `after` null taken out. */
  lines: z.array(z.object({ before: z.nullable(ChangedLine), after: z.nullable(ChangedLine) })),
  /** Whether it is said to be right, and its food goes into the pantry. */
  confirms: z.boolean(),
});
export type ReceiptDiff = z.infer<typeof Diff>;

/** Correcting a receipt, as `PATCH /api/v2/receipts/{id}` does. */
export const receiptChangeSchema = describeProposal({
  kind: 'receipt-change',
  payload: z.object({
    kind: z.literal('receipt-change'),
    receiptId: z.uuid(),
    /** In which it was seen; in any other it is not changed. */
    version: z.int(),
    /** The receipt in a few words: its shop and day. */
    label: z.object({ shop: z.nullable(Name), day: z.nullable(Day) }),
    change: ReceiptChange,
    shown: Diff,
  }),
  diff: Diff,
});

/** Another attempt at an upload that failed or was cut off. */
export const uploadRetrySchema = describeProposal({
  kind: 'upload-retry',
  payload: z.object({
    kind: z.literal('upload-retry'),
    uploadId: z.uuid(),
    sentOn: Day,
  }),
  diff: z.object({ uploadId: z.uuid(), status: z.literal('queued') }),
});

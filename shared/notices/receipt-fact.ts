import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { PrintedAmount } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';
import { UploadStatus } from '#shared/uploads/upload-state.ts';

/** A name as it was printed or said, not a text. */
const Name = z.string().check(z.overwrite((name) => name.replace(/\s+/g, ' ').slice(0, 100)));
const Label = z.object({ shop: z.nullable(Name), day: z.nullable(Day) });

export const ToldLine = z.object({ name: Name, quantity: PrintedAmount, net: Money });
export type ToldLine = z.infer<typeof ToldLine>;

/** What is read of a receipt, as far as it is told of. */
export const ToldReceipt = z.object({
  label: Label,
  total: z.nullable(Money),
  needsReview: z.boolean(),
  /** Another photograph of the same shopping came first. */
  isDuplicate: z.boolean(),
});
export type ToldReceipt = z.infer<typeof ToldReceipt>;

/**
 * What is said about receipts. It offers nothing, and names what was bought whoever must not eat it: so it
 * is facts, and the words are the orchestration's.
 */
export const ReceiptFact = z.discriminatedUnion('fact', [
  /** How a receipt is sent. */
  z.object({ fact: z.literal('how-to') }),
  z.object({ fact: z.literal('none') }),
  z.object({ fact: z.literal('no-such'), shop: z.nullable(Name), day: z.nullable(Day) }),
  /** How far an upload is that has no receipt yet. */
  z.object({
    fact: z.literal('upload'),
    status: UploadStatus,
    sentOn: Day,
    problem: z.nullable(z.object({ pl: z.string(), en: z.string() })),
    canRetry: z.boolean(),
  }),
  /** It was read. `waiting`: others that wait for a person. */
  z.object({ fact: z.literal('read'), receipt: ToldReceipt, waiting: z.int() }),
  z.object({
    fact: z.literal('contents'),
    receipt: ToldReceipt,
    lines: z.array(ToldLine),
    more: z.int(),
  }),
  z.object({ fact: z.literal('list'), receipts: z.array(ToldReceipt), more: z.int() }),
  /** Why a person has to look at it. */
  z.object({
    fact: z.literal('review'),
    receipt: ToldReceipt,
    reasons: z.array(z.string()),
    difference: z.nullable(Money),
    lines: z.array(z.object({ name: Name, reasons: z.array(z.string()) })),
  }),
  z.object({ fact: z.literal('balance'), receipt: ToldReceipt, difference: z.nullable(Money) }),
  z.object({
    fact: z.literal('paid'),
    shop: z.nullable(Name),
    from: z.nullable(Day),
    to: z.nullable(Day),
    receipts: z.array(ToldReceipt),
  }),
  z.object({ fact: z.literal('price'), label: Label, lines: z.array(ToldLine) }),
  z.object({ fact: z.literal('no-line'), label: Label, name: z.nullable(Name) }),
  /** Several lines are called so. */
  z.object({ fact: z.literal('which-line'), lines: z.array(ToldLine) }),
  /** A line is said to be wrong, and not what it should be. */
  z.object({ fact: z.literal('what-instead'), line: ToldLine }),
  z.object({ fact: z.literal('what-wrong'), label: Label }),
  /** It was not the value that was asked for: nothing is different. */
  z.object({ fact: z.literal('same-already') }),
  z.object({ fact: z.literal('cannot-retry'), why: z.enum(['running', 'done', 'for-good']) }),
  z.object({ fact: z.literal('cannot-delete'), label: Label }),
]);
export type ReceiptFact = z.infer<typeof ReceiptFact>;
export type AboutReceipt<Fact extends ReceiptFact['fact']> = Extract<ReceiptFact, { fact: Fact }>;

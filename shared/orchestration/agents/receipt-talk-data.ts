import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { PrintedAmount } from '#shared/quantities/stock-unit.ts';
import { Receipt } from '#shared/receipts/records/receipt-schema.ts';
import { UploadStatus } from '#shared/uploads/upload-state.ts';

export const ReceiptTalkData = z.object({
  /** The receipt that is talked about. */
  receipt: z.nullable(
    z.object({
      id: z.uuid(),
      uploadId: z.uuid(),
      status: Receipt.shape.status,
      merchant: z.nullable(z.string()),
      day: z.nullable(z.iso.date()),
      total: z.nullable(Money),
      balance: Receipt.shape.balance,
      lines: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          product: z.nullable(z.string()),
          quantity: PrintedAmount,
          net: Money,
          reasons: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** The file of which was told how far it is. */
  upload: z.nullable(z.object({ uploadId: z.uuid(), status: UploadStatus })),
  /** What is asked back may be answered by one of these, or by its number. */
  choices: z.array(z.string()),
});
export type ReceiptTalkData = z.infer<typeof ReceiptTalkData>;

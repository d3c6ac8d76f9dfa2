import * as z from 'zod/mini';

const ItemTruth = z.object({
  name: z.string(),
  /** The name without column letters and ordinals. */
  nameCore: z.optional(z.string()),
  quantity: z.string(),
  unit: z.nullable(z.string()),
  unitPrice: z.string(),
  gross: z.string(),
  /** Positive. */
  discount: z.string(),
  net: z.string(),
  vat: z.nullable(z.string()),
  /** Keys of the shipped products that it may rightly be found to be; none when we ship none. */
  products: z.optional(z.array(z.string())),
});

/** What stands on a receipt, transcribed; amounts are decimal texts. The shape of test/data/receipts. */
export const GroundTruth = z.object({
  image: z.string(),
  legibility: z.string(),
  chain: z.nullable(z.string()),
  merchant: z.nullable(z.string()),
  nip: z.nullable(z.string()),
  date: z.nullable(z.string()),
  time: z.nullable(z.string()),
  receiptNumber: z.nullable(z.string()),
  /** Other numbers on it that may be taken for the receipt's. */
  receiptNumberAlso: z.optional(z.array(z.string())),
  currency: z.string(),
  items: z.array(ItemTruth),
  deposits: z.array(z.object({ name: z.string(), amount: z.string() })),
  total: z.string(),
  vatSummary: z.record(z.string(), z.object({ gross: z.string(), tax: z.string() })),
  paymentMethod: z.nullable(z.string()),
  /** Fields that the transcriber could not be sure of: `merchant`, `items[5].name`. */
  unsure: z.optional(z.array(z.string())),
});
export type GroundTruth = z.infer<typeof GroundTruth>;

/** `"12.49"` → 1249, `"-0.50"` → −50. */
export function grosze(text: string): number {
  return Math.round(Number(text) * 100);
}

import * as z from 'zod/mini';

/** The parts of the API's replies (GET /openapi.json has all of them) that the commands print. */
const Money = z.object({ amount: z.string(), currency: z.string() });
const Quantity = z.object({ value: z.string(), unit: z.string() });

export const Upload = z.object({
  uploadId: z.string(),
  status: z.string(),
  progress: z.optional(z.object({ step: z.number(), of: z.number() })),
  receiptId: z.nullish(z.string()),
  duplicateOf: z.nullish(z.string()),
  problem: z.nullish(z.object({ detail: z.optional(z.string()), title: z.string() })),
});
export type Upload = z.infer<typeof Upload>;

export const DirectUpload = z.object({
  uploadId: z.string(),
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
});

export const Receipt = z.object({
  id: z.string(),
  status: z.string(),
  merchant: z.object({
    name: z.nullable(z.string()),
    chain: z.nullable(z.string()),
    nip: z.nullable(z.string()),
  }),
  purchasedAt: z.nullable(z.string()),
  receiptNumber: z.nullable(z.string()),
  currency: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      line: z.number(),
      name: z.string(),
      quantity: Quantity,
      unitPrice: Money,
      discount: Money,
      net: Money,
      vat: z.nullable(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
  deposits: z.array(z.object({ name: z.string(), amount: Money })),
  taxes: z.array(
    z.object({ letter: z.string(), rate: z.nullable(z.number()), amount: z.nullable(Money) }),
  ),
  total: z.nullable(Money),
  payment: z.nullable(z.string()),
  balance: z.object({ ok: z.boolean(), difference: z.nullable(Money) }),
});
export type Receipt = z.infer<typeof Receipt>;

export const Lot = z.object({
  product: z.object({ name: z.string() }),
  quantity: Quantity,
  location: z.string(),
  expires: z.nullable(z.object({ date: z.string(), kind: z.string(), source: z.string() })),
  receiptItemId: z.nullish(z.string()),
});
export type Lot = z.infer<typeof Lot>;

export const LotPage = z.object({ items: z.array(Lot), next: z.nullable(z.string()) });
export type LotPage = z.infer<typeof LotPage>;

import * as z from 'zod/mini';

/** What a receipt's letters mean, in per cent: the law's rates (Polish tills, two foreign ones). */
export const RATES = {
  pl: { A: 23, B: 8, C: 5 },
  de: { A: 19, B: 7, C: 0 },
  en: { A: 0, B: 20, C: 5 },
} as const;
export type Country = keyof typeof RATES;

const Letter = z.enum(['A', 'B', 'C']);
export type Letter = z.infer<typeof Letter>;
export const LETTERS: readonly Letter[] = Letter.options;

const Good = z.object({
  /** As a till abbreviates it. */
  name: z.string(),
  vat: Letter,
  /** Usual price in the smallest coin, of one piece or of a kilogram. */
  price: z.int(),
  unit: z.enum(['szt', 'kg', 'op']),
  /** Sold in a bottle or can that carries a deposit. */
  deposit: z.optional(z.boolean()),
  /** Keys of the shipped products that it may rightly be found to be; none when we ship none. */
  products: z.array(z.string()),
});
export type Good = z.infer<typeof Good>;

/** What is sold, by sort of shop. */
export const Goods = z.object({
  grocery: z.array(Good),
  drugstore: z.array(Good),
  restaurant: z.array(Good),
  pharmacy: z.array(Good),
  german: z.array(Good),
  english: z.array(Good),
});
export type Goods = z.infer<typeof Goods>;

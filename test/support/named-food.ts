import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { ruleOfFood } from '#shared/expiry/food.ts';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { matchProduct } from '#shared/products/match-product.ts';

const FairSpan = z.object({
  name: z.string(),
  where: z.enum(['pantry', 'fridge', 'freezer']),
  minDays: z.number(),
  maxDays: z.nullable(z.number()),
  useBy: z.boolean(),
});
export type FairSpan = z.infer<typeof FairSpan>;

/** The foods of a list in test/data/expiry with the spans that are fair for them. */
export function fairSpans(file: string): FairSpan[] {
  const text = readFileSync(new URL(`../data/expiry/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => FairSpan.parse(JSON.parse(line)));
}

const BOUGHT = '2026-01-01';

/** What a lot gets that is added by hand under a name alone; `Infinity` days for what never expires. */
export function namedFood(name: string) {
  const { product, category } = matchProduct(name, []);
  const food = { name, productId: product?.id, categoryKey: category?.key };
  const { place, by } = ruleOfFood(food);
  const { date, kind, source } = shelfLife({ ...food, location: place, boughtOn: BOUGHT });
  const days = date === null ? Number.POSITIVE_INFINITY : daysBetween(BOUGHT, date);
  return { place, days, kind, source, by };
}

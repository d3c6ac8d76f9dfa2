import * as z from 'zod/mini';
import type { fetchOutbound } from '#shared/outbound/outbound.ts';
import { textOf } from '#shared/outbound/outbound.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const Text = z.optional(z.nullable(z.string()));
const OpenFoodFactsReply = z.object({
  product: z.optional(
    z.object({
      product_name: Text,
      product_name_pl: Text,
      product_name_en: Text,
      brands: Text,
      quantity: Text,
      categories_tags: z.optional(z.array(z.string())),
      allergens_tags: z.optional(z.array(z.string())),
      traces_tags: z.optional(z.array(z.string())),
    }),
  ),
});

/** What the community wrote down about a product; nothing of it is ours. */
export const GtinAnswer = z.object({
  name: z.nullable(z.string()),
  namePl: z.nullable(z.string()),
  nameEn: z.nullable(z.string()),
  brand: z.nullable(z.string()),
  /** As printed: `4 x 125 g`. */
  quantity: z.nullable(z.string()),
  categories: z.array(z.string()),
  /** `en:milk`. What is not listed may still be in it. */
  allergens: z.array(z.string()),
  traces: z.array(z.string()),
  url: z.string(),
});
export type GtinAnswer = z.infer<typeof GtinAnswer>;

const SITE = 'https://world.openfoodfacts.org';
const FIELDS =
  'product_name,product_name_pl,product_name_en,brands,quantity,categories_tags,allergens_tags,traces_tags';

/**
 * Asks Open Food Facts for a GTIN.
 * @returns null when it knows none; a reason when nothing could be learned
 * @see https://openfoodfacts.github.io/openfoodfacts-server/api/
 */
export async function askOpenFoodFacts(
  gtin: string,
  outbound: typeof fetchOutbound,
): Promise<GtinAnswer | null | { readonly failed: string }> {
  const url = `${SITE}/api/v2/product/${gtin}.json?fields=${FIELDS}`;
  const answer = await outbound({
    url,
    accept: ['application/json'],
    maxBytes: 300_000,
    timeoutMs: waitMs(),
  });
  if (!answer.ok) return { failed: `${answer.reason}: ${answer.detail}` };
  if (answer.status === 404) return null;
  if (answer.status !== 200) return { failed: `status ${answer.status}` };
  const read = OpenFoodFactsReply.safeParse(parsed(textOf(answer)));
  if (!read.success) return { failed: 'an answer of another form' };
  return read.data.product === undefined ? null : toGtinAnswer(gtin, read.data.product);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it
  }
}

function toGtinAnswer(
  gtin: string,
  product: NonNullable<z.infer<typeof OpenFoodFactsReply>['product']>,
): GtinAnswer {
  return {
    name: trimmed(product.product_name),
    namePl: trimmed(product.product_name_pl),
    nameEn: trimmed(product.product_name_en),
    brand: trimmed(product.brands?.split(',')[0]),
    quantity: trimmed(product.quantity),
    categories: product.categories_tags ?? [],
    allergens: product.allergens_tags ?? [],
    traces: product.traces_tags ?? [],
    url: `${SITE}/product/${gtin}`,
  };
}

function trimmed(text: string | null | undefined): string | null {
  const trimmed = text?.trim().slice(0, 300) ?? '';
  return trimmed === '' ? null : trimmed;
}

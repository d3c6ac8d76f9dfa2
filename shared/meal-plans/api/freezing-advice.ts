import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { RecipeQuantity } from '#shared/recipes/model/recipe-schema.ts';

/** The rest of a lot that would spoil and keeps in a freezer. */
export const FreezingAdvice = z.object({
  lotId: z.uuid(),
  product: z.string(),
  quantity: z.nullable(RecipeQuantity),
  /** The last day to do it. */
  by: z.iso.date(),
  /** How long it keeps there. */
  until: z.iso.date(),
  saves: Money,
});
export type FreezingAdvice = z.infer<typeof FreezingAdvice>;

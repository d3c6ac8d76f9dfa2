import * as z from 'zod/mini';
import { RememberedWho } from '#shared/households/diners.ts';
import { RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import { describeProposal } from './describe-proposal.ts';

/** Cooking a recipe. */
export const CookPayload = z.object({
  kind: z.literal('cook'),
  recipeId: z.string(),
  title: z.string(),
  language: z._default(RecipeView.shape.language, 'pl'),
  servings: z.nullable(z.int()),
  /** Who eats: the lots they must not have are not taken. */
  who: z._default(RememberedWho, null),
  /** What the gate reads of it when it is cooked: lines as written, with what was replaced. */
  written: z._default(
    z.nullable(z.object({ lines: z.array(z.string()), steps: z.array(z.string()) })),
    null,
  ),
  /** The lines that will be taken from the pantry: scaled, and with what was replaced. */
  ingredients: RecipeView.shape.ingredients,
});
export type CookPayload = z.infer<typeof CookPayload>;

export const cookSchema = describeProposal({
  kind: 'cook',
  payload: CookPayload,
  diff: z.object({
    recipeId: z.string(),
    servings: z.nullable(z.int()),
    takes: CookPayload.shape.ingredients,
  }),
});

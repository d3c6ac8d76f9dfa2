import * as z from 'zod/mini';
import type { AskedCookingTime } from '#shared/cooking-times/read-cooking-time.ts';
import { DIETS } from '#shared/households/person.ts';
import { EQUIPMENT, MEALS } from '#shared/recipes/model/recipe.ts';
import { NamedFood } from '#shared/statements/named-food.ts';

/** What somebody would like to cook, as far as they said. */
export const Criteria = z.object({
  have: z.array(NamedFood),
  without: z.array(NamedFood),
  minutes: z.nullable(z.number()),
  people: z.nullable(z.number()),
  diet: z.nullable(z.enum(DIETS)),
  meal: z.nullable(z.enum(MEALS)),
  withoutEquipment: z.array(z.enum(EQUIPMENT)),
  useExpiring: z.boolean(),
  /** A dish that was named: `zupa`, `pierogi ruskie`. */
  dish: z.nullable(z.string()),
});
export type Criteria = z.infer<typeof Criteria>;

/** Which of the offered recipes: 1, 2, 3, or null for the one the session is about. */
export type OfferNumber = number | null;

/** How long it takes, for how many it is, what it holds, how long it keeps and whether it freezes. */
export const RECIPE_DETAILS = ['duration', 'servings', 'nutrition', 'keeping'] as const;
export type RecipeDetail = (typeof RECIPE_DETAILS)[number];

/** What a message asks the chef for. */
export type Intent =
  | { readonly act: 'suggest'; readonly criteria: Criteria }
  /** Changes what was asked before, or the recipe the session is about. */
  | { readonly act: 'refine'; readonly criteria: Criteria }
  | { readonly act: 'show'; readonly which: OfferNumber; readonly people: number | null }
  | { readonly act: 'substitute'; readonly which: OfferNumber; readonly thing: NamedFood }
  /** What can take the place of a food, whatever it is for. */
  | { readonly act: 'stand-in'; readonly thing: NamedFood }
  /** What is known of a recipe besides how it is made. */
  | { readonly act: RecipeDetail; readonly which: OfferNumber }
  /** How long recipes take that were not offered: `how long does a risotto take?` */
  | { readonly act: 'durations'; readonly criteria: Criteria }
  /** How long a plain food is boiled, baked or fried. */
  | { readonly act: 'cooking-time'; readonly asked: AskedCookingTime }
  | { readonly act: 'veganise'; readonly which: OfferNumber }
  | { readonly act: 'cook'; readonly which: OfferNumber; readonly people: number | null }
  | { readonly act: 'unknown' };

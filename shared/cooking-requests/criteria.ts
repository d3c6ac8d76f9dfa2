import * as z from 'zod/mini';
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

/** What a message asks the chef for. */
export type Intent =
  | { readonly act: 'suggest'; readonly criteria: Criteria }
  /** Changes what was asked before, or the recipe the session is about. */
  | { readonly act: 'refine'; readonly criteria: Criteria }
  | { readonly act: 'show'; readonly which: OfferNumber; readonly people: number | null }
  | { readonly act: 'substitute'; readonly which: OfferNumber; readonly thing: NamedFood }
  /** What can take the place of a food, whatever it is for. */
  | { readonly act: 'stand-in'; readonly thing: NamedFood }
  /** How long a recipe takes. */
  | { readonly act: 'duration'; readonly which: OfferNumber }
  | { readonly act: 'veganise'; readonly which: OfferNumber }
  | { readonly act: 'cook'; readonly which: OfferNumber; readonly people: number | null }
  | { readonly act: 'unknown' };

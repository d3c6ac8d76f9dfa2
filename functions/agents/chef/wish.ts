import * as z from 'zod/mini';
import { DIETS } from '#shared/households/person.ts';
import { EQUIPMENT, MEALS } from '#shared/recipes/model/recipe.ts';

/** A food somebody named. */
export const Thing = z.object({ name: z.string(), productId: z.nullable(z.string()) });
export type Thing = z.infer<typeof Thing>;

/** What somebody would like to cook, as far as they said. */
export const Wish = z.object({
  have: z.array(Thing),
  without: z.array(Thing),
  minutes: z.nullable(z.number()),
  people: z.nullable(z.number()),
  diet: z.nullable(z.enum(DIETS)),
  meal: z.nullable(z.enum(MEALS)),
  withoutEquipment: z.array(z.enum(EQUIPMENT)),
  useExpiring: z.boolean(),
  /** A dish that was named: `zupa`, `pierogi ruskie`. */
  dish: z.nullable(z.string()),
});
export type Wish = z.infer<typeof Wish>;

/** Which of the offered recipes: 1, 2, 3, or null for the one the talk is about. */
export type Which = number | null;

/** What a message asks the chef for. */
export type Understood =
  | { readonly act: 'suggest'; readonly wish: Wish }
  /** Changes what was asked before, or the recipe the talk is about. */
  | { readonly act: 'refine'; readonly wish: Wish }
  | { readonly act: 'show'; readonly which: Which; readonly people: number | null }
  | { readonly act: 'substitute'; readonly which: Which; readonly thing: Thing }
  | { readonly act: 'veganise'; readonly which: Which }
  | { readonly act: 'cook'; readonly which: Which; readonly people: number | null }
  | { readonly act: 'unknown' };

import * as z from 'zod/mini';
import { ALLERGENS, DIETS, type Diet } from '#shared/households/person.ts';
import { NamedFood } from './named-food.ts';

/**
 * Why somebody does not eat a food. `without` is said of a meal, all others of a person; `less`, as
 * in a low-salt diet, is no ban.
 */
export const REASONS = [
  'allergy',
  'intolerance',
  'celiac',
  'refusal',
  'dislike',
  'without',
  'diet',
  'less',
] as const;
export type Reason = (typeof REASONS)[number];

/** Who does not eat it: a part in the talk, or somebody by name (`Ola`, `syn`, `my wife`). */
export const Who = z.object({
  role: z.enum(['speaker', 'everybody', 'somebody', 'guest', 'named']),
  /** As it is shown; empty where the role says it. */
  name: z.string(),
  /** When it is a person of the household. */
  personId: z.nullable(z.string()),
});
export type Who = z.infer<typeof Who>;

/** A food that somebody does not eat, as they said it. */
export const Restriction = z.object({
  who: Who,
  reason: z.enum(REASONS),
  food: NamedFood,
  /** The allergens of EU law it stands for; empty when it is a food of its own. */
  codes: z.array(z.enum(ALLERGENS)),
  diet: z.nullable(z.enum(DIETS)),
});
export type Restriction = z.infer<typeof Restriction>;

/** A yes-or-no question about a food: may somebody eat it? */
export interface FoodQuestion {
  readonly who: Who;
  /** As it was written; null when it is the recipe that is talked about. */
  readonly food: string | null;
  /** Asked for itself: `is pesto vegan?` */
  readonly diet: Diet | null;
}

/** What a message says of foods, besides what it asks for. */
export interface Statements {
  readonly forbidden: readonly Restriction[];
  /** Said not to be forbidden (any more): `syn już nie ma alergii na jajka`; without a food, nothing is. */
  readonly cancelled: readonly { readonly who: Who; readonly food: NamedFood | null }[];
  /** Not in the house; nobody is forbidden to eat it. */
  readonly outOfStock: readonly NamedFood[];
  /** At hand or forbidden: the message does not tell. */
  readonly unclear: readonly NamedFood[];
  readonly question: FoodQuestion | null;
}

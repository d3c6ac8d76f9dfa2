import { allergenDifference } from '#shared/products/relation/allergens-of-food.ts';
import type { StandIn } from '#shared/recipes/model/recipe-schema.ts';

/** An ingredient that something of another name stands in for, and how the two differ in allergens. */
export function standIn(item: string, instead: string): (typeof StandIn)['_zod']['output'] {
  const { gains, mayGain, loses } = allergenDifference(item, instead);
  return { item, gains: [...gains], mayGain: [...mayGain], loses: [...loses] };
}

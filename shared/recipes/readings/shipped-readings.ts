import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { keepStoredReading } from './recipe-reading.ts';
import { StoredReading } from './stored-reading.ts';

/** Beside this file, and beside the bundle that contains it: what `npm run review-recipes` has written. */
export const SHIPPED_READINGS = new URL('./data/shipped-readings.json', import.meta.url);

/**
 * Lets the allergy gate take the shipped recipes as they were read when the product was made: reading
 * all of them takes two seconds of processor.
 */
export function keepShippedReadings(): void {
  const readings = z
    .record(z.string(), StoredReading)
    .parse(JSON.parse(readFileSync(SHIPPED_READINGS, 'utf8')));
  for (const recipe of shippedRecipes().values()) {
    const reading = readings[recipe.id];
    if (reading !== undefined) keepStoredReading(recipe, reading);
  }
}

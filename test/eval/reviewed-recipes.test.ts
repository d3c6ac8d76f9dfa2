import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHIPPED_READINGS } from '#shared/recipes/readings/shipped-readings.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { fileFor, REVIEWED, readingsFile } from './reviewed-recipes.ts';

test('the verdicts about all shipped recipes are those that were reviewed', () => {
  const reviewed = readFileSync(REVIEWED, 'utf8');
  expect(reviewed.trim().split('\n')).toHaveLength(shippedRecipes().size);
  expect(fileFor(), 'a verdict changed: npm run review-recipes, and read the difference').toBe(
    reviewed,
  );
});

test('what is shipped of the readings is what the gate reads today', () => {
  expect(readFileSync(SHIPPED_READINGS, 'utf8') === readingsFile(), 'npm run review-recipes').toBe(
    true,
  );
});

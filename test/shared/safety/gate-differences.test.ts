import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIFFERENCES, gateDifferences } from '#test/support/gate-differences.ts';

// The tests of each table bound how many; these are which.
test('the gate says of every labelled text what its label says, but for those that are known', () => {
  expect(gateDifferences(), 'npm run review-recipes, and read the difference').toBe(
    readFileSync(DIFFERENCES, 'utf8'),
  );
});

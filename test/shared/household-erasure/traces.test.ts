import { expect, test } from 'vitest';
import { counterKeys, indexPrefix } from '#shared/household-erasure/traces.ts';
import { rateLimiter } from '#shared/limits/rate-limiter.ts';
import { DEFAULT_RATES, type RateClass } from '#shared/limits/rates.ts';
import { countUploads } from '#shared/limits/upload-limit.ts';
import { datasetName } from '#shared/vector-store/dataset-name.ts';

const HOUSEHOLD = { householdId: '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e0f', userId: 'u' };
const NOW = new Date('2026-11-28T23:59:59Z');

test('the counters that are removed are those that uploads and limited requests write', async () => {
  const written = new Set<string>();
  const limit = rateLimiter(
    async (keys) => keys.map((key) => written.add(key).size),
    DEFAULT_RATES,
    () => NOW.getTime(),
  );
  for (const name of Object.keys(DEFAULT_RATES)) await limit(name as RateClass, HOUSEHOLD);
  const add = async (key: string) => written.add(key).size;
  await countUploads(HOUSEHOLD.householdId, 1, add, NOW.getTime());
  const ofHousehold = [...written].filter((key) => key.includes(HOUSEHOLD.householdId));
  expect(ofHousehold).toHaveLength(Object.keys(DEFAULT_RATES).length + 1);
  expect(counterKeys(HOUSEHOLD.householdId, NOW)).toEqual(expect.arrayContaining(ofHousehold));
});

test('the prefix in the index has the datasets of the household and of no other', () => {
  const name = datasetName(HOUSEHOLD.householdId, { name: 'e5', dimensions: 384 }, 1);
  expect(`chunks/${name}.lance/data/1`).toMatch(indexPrefix(HOUSEHOLD.householdId));
  expect(indexPrefix(HOUSEHOLD.householdId)).toBe(`chunks/${HOUSEHOLD.householdId}.`);
});

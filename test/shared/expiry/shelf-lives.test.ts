import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fairSpans, namedFood } from '#test/support/named-food.ts';
import { shelfLifeTable } from '#test/support/shelf-life-table.ts';

test.each([
  ['foods.jsonl', 120],
  ['states.jsonl', 40],
])('no food of %s keeps too long, too short or in the wrong place', (file, count) => {
  const foods = fairSpans(file);
  expect(foods).toHaveLength(count);
  const wrong = foods.flatMap(({ name, where, minDays, maxDays, useBy }) => {
    const { place, days, kind } = namedFood(name);
    const faults = [
      days > (maxDays ?? Number.POSITIVE_INFINITY) && 'too long',
      days < minDays && 'too short',
      place !== where && 'wrong place',
      (kind === 'use-by') !== useBy && 'wrong kind',
    ].filter((fault) => fault !== false);
    return faults.length === 0 ? [] : [`${name}: ${faults.join(', ')} (${place}, ${days} days)`];
  });
  expect(wrong).toEqual([]);
});

test('docs/shelf-life.md shows these foods as the rules have them now', () => {
  const written = readFileSync(new URL('../../../docs/shelf-life.md', import.meta.url), 'utf8');
  expect(written, 'npm run docs:shelf-life').toBe(shelfLifeTable());
});

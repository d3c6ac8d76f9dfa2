import { expect, test } from 'vitest';
import { fairSpans, namedFood } from '#test/support/named-food.ts';

test.each([
  ['foods.jsonl', 120],
  ['states.jsonl', 35],
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

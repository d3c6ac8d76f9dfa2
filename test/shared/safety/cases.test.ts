import { describe, expect, test } from 'vitest';
import { CASES, containedIn, hasNone } from './foods.ts';

describe('the table of foods', () => {
  test('has 1,200 cases or more, in both languages', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(1200);
  });

  test('misses no allergen that is there', () => {
    const missed = CASES.flatMap(({ text, contains }) => {
      const found = containedIn(text);
      return contains.filter((code) => !found.has(code)).map((code) => `${code}: ${text}`);
    });
    process.stdout.write(`${CASES.length} cases, ${missed.length} missed\n`);
    expect(missed).toEqual([]);
  });

  test('sees an allergen in at most one in twenty foods without any', () => {
    const none = CASES.filter(({ contains }) => contains.length === 0);
    const wrong = none.filter(({ text }) => !hasNone(text));
    process.stdout.write(`${none.length} without any, ${wrong.length} blocked\n`);
    expect(wrong.length, wrong.map(({ text }) => text).join(' | ')).toBeLessThanOrEqual(
      none.length * 0.05,
    );
  });
});

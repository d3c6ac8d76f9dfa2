import { expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';

type Options = Parameters<typeof readFood>[1];

/** The allergens a text is read to have, `~` before what it may have. */
export function allergens(text: string, options?: Options): string {
  const known: readonly string[] = ALLERGENS;
  const found = readFood(text, options).findings.filter(({ substance }) =>
    known.includes(substance),
  );
  const codes = found.map(({ substance, level }) =>
    level === 'contains' ? substance : `~${substance}`,
  );
  return [...new Set(codes)].sort().join(' ');
}

/** A test for each row: what a text is read to have. */
export function table(
  rows: readonly (readonly [text: string, expected: string])[],
  options?: Options,
) {
  test.each(rows)('%j: %s', (text, expected) => {
    expect(allergens(text, options)).toBe(expected);
  });
}

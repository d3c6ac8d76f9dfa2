import { expect, test } from 'vitest';
import type { Diner } from '#shared/safety/check.ts';
import { withWarnings } from '#shared/safety/term-warnings.ts';

const eater: Pick<Diner, 'allergies'> = {
  allergies: [
    { term: 'wihajster', severity: 'allergy' },
    { term: 'kukrydza', severity: 'intolerance' },
    { term: 'dynks', severity: 'dislike' },
    { code: 'milk', severity: 'allergy' },
  ],
};

test.each([
  ['pl', [/„wihajster”/, /„kukrydza” czytam jako „kukurydza”/]],
  ['en', [/“wihajster”/, /“kukrydza” was read as “kukurydza”/]],
] as const)(
  'a person is told in %s what is unknown or misspelt, but of no dislike',
  (locale, said) => {
    const { warnings, allergies } = withWarnings(eater, locale);
    expect(warnings).toEqual(said.map((pattern) => expect.stringMatching(pattern)));
    expect(allergies).toBe(eater.allergies);
  },
);

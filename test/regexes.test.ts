import { expect, test } from 'vitest';
import { knownAsLinear, slowAmong, written } from './linear-expressions.ts';
import { regexLiterals } from './regex-literals.ts';
import { sourceFiles } from './source-files.ts';
import { LONG_LIMIT } from './support/limits.ts';

test(
  'no regular expression takes more than linear time, whatever text it sees',
  async () => {
    const literals = sourceFiles('shared', 'functions', 'cdk').flatMap(regexLiterals);
    // Fewer would mean that the search for them is broken.
    expect(literals.length).toBeGreaterThan(100);
    // To ask about all of them takes a minute and a half: `npm run check-expressions` does.
    const known = knownAsLinear();
    const unknown = literals.filter((literal) => !known.has(written(literal)));
    expect(await slowAmong(unknown)).toEqual([]);
  },
  LONG_LIMIT,
);

test('a planted slow expression is found and named, and none of that kind is known as linear', async () => {
  const text = 'const half = a / b / c; // /(x+)+$/\nexport const planted = /^(\\w+\\s?)+$/u;';
  const literals = regexLiterals({ path: 'planted.ts', text });
  expect(literals).toHaveLength(1);
  expect(await slowAmong(literals)).toEqual(['planted.ts: vulnerable /^(\\w+\\s?)+$/u']);
  expect(knownAsLinear().has('/^(\\w+\\s?)+$/u')).toBe(false);
});

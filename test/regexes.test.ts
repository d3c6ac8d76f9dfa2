import { check } from 'recheck';
import { expect, test } from 'vitest';
import { regexLiterals } from './regex-literals.ts';
import { sourceFiles } from './source-files.ts';
import { LONG_LIMIT } from './support/limits.ts';

/** Steps are counted instead of seconds, so that a busy machine finds nothing else than an idle one. */
const COUNTED = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  // A hundred steps for each of the 300,000 characters that the longest attack has.
  attackLimit: 30_000_000,
  randomSeed: 1,
} as const;

/** `path: /pattern/flags` of every expression that somebody's text can keep busy. */
async function slow(literals: ReturnType<typeof regexLiterals>): Promise<string[]> {
  const found = new Map(literals.map((one) => [`/${one.pattern}/${one.flags}`, one]));
  const all = found.entries();
  const slow: string[] = [];
  const checkAll = async () => {
    for (const [written, { path, pattern, flags }] of all) {
      const { status } = await check(pattern, flags, COUNTED);
      if (status !== 'safe') slow.push(`${path}: ${status} ${written}`);
    }
  };
  // Each check is a process of its own: hundreds at once would take the machine from everything else.
  await Promise.all(Array.from({ length: 4 }, checkAll));
  return slow.sort();
}

test(
  'no regular expression takes more than linear time, whatever text it sees',
  async () => {
    const literals = sourceFiles('shared', 'functions', 'cdk').flatMap(regexLiterals);
    // Fewer would mean that the search for them is broken.
    expect(literals.length).toBeGreaterThan(100);
    expect(await slow(literals)).toEqual([]);
  },
  LONG_LIMIT,
);

test('a planted slow expression is found and named', async () => {
  const text = 'const half = a / b / c; // /(x+)+$/\nexport const planted = /^(\\w+\\s?)+$/u;';
  const literals = regexLiterals({ path: 'planted.ts', text });
  expect(literals).toHaveLength(1);
  expect(await slow(literals)).toEqual(['planted.ts: vulnerable /^(\\w+\\s?)+$/u']);
});

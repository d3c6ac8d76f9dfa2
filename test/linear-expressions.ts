import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import type { RegexLiteral } from './regex-literals.ts';

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

/** Expressions that were found linear once; the same expression is not asked about again. */
const KNOWN = 'test/data/linear-expressions.txt';

export const written = ({ pattern, flags }: Pick<RegexLiteral, 'pattern' | 'flags'>) =>
  `/${pattern.replaceAll('\n', '\\n')}/${flags}`;

export function knownAsLinear(): ReadonlySet<string> {
  return new Set(existsSync(KNOWN) ? readFileSync(KNOWN, 'utf8').split('\n') : []);
}

/** Keeps these as linear, and forgets all others. */
export function keepAsLinear(literals: readonly RegexLiteral[]): void {
  writeFileSync(KNOWN, `${[...new Set(literals.map(written))].sort().join('\n')}\n`);
}

/** `path: vulnerable /pattern/flags` of every expression that somebody's text can keep busy. */
export async function slowAmong(literals: readonly RegexLiteral[]): Promise<string[]> {
  const all = new Map(literals.map((one) => [written(one), one])).entries();
  const slow: string[] = [];
  const checkAll = async () => {
    for (const [text, { path, pattern, flags }] of all) {
      const { status } = await check(pattern, flags, COUNTED);
      if (status !== 'safe') slow.push(`${path}: ${status} ${text}`);
    }
  };
  // Each check is a process of its own: hundreds at once would take the machine from everything else.
  await Promise.all(Array.from({ length: 4 }, checkAll));
  return slow.sort();
}

import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { fold } from './fold.ts';

/** Lines of base forms, separated by blanks. */
const Words = z.object({ nouns: z.array(z.string()), adjectives: z.array(z.string()) });

/** Base forms by their folded spelling: `maka` may be more than one word. */
export type ByFolded = ReadonlyMap<string, readonly string[]>;

export interface KnownLemmas {
  readonly nouns: ByFolded;
  readonly adjectives: ByFolded;
}

let known: KnownLemmas | undefined;

/** The listed food words; read with the first word that is asked about. */
export function knownLemmas(): KnownLemmas {
  if (known !== undefined) return known;
  const { nouns, adjectives } = Words.parse(readBeside('./data/lemmas-pl.json', import.meta.url));
  known = { nouns: byFolded(nouns), adjectives: byFolded(adjectives) };
  return known;
}

function byFolded(lines: readonly string[]): ByFolded {
  return Map.groupBy(
    lines.flatMap((line) => line.split(' ')),
    fold,
  );
}

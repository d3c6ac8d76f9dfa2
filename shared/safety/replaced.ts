import claims from './data/claims.json' with { type: 'json' };
import type { Match } from './scan.ts';
import { beginsSentence, gapAt, wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';

/** `śmietany już nie dodajemy` */
const ADVERBS: ReadonlySet<string> = new Set(claims.adverbs.map(foldWord));

const AND: ReadonlySet<string> = new Set(['i', 'oraz']);
const PREPOSITIONS: ReadonlySet<string> = new Set([
  ...['do', 'z', 'ze', 'na', 'w', 'we', 'po', 'bez', 'od'],
  ...['with', 'to', 'in'],
]);

/**
 * The foods right before a word that replaces or leaves them out: `masło zastąp oliwą`, `masło pomijamy`; but
 * `do masła nie dodawaj wody` has butter. Of several (`mleko i jajka zastąp bananem`) all, where the sentence
 * begins with them: in `wlej mleko i jajka zastąp` the milk is in it.
 * @param at where that word stands
 */
export function itemsBefore(
  tokens: readonly Token[],
  matches: readonly Match[],
  at: number,
): Match[] {
  if (gapAt(tokens, at) !== 'joined') return [];
  let end = at;
  while (ADVERBS.has(wordAt(tokens, end - 1)) && gapAt(tokens, end - 1) === 'joined') end -= 1;
  const item = endingAt(end);
  if (item === null || isInstrument(tokens, item)) return [];
  if (PREPOSITIONS.has(wordAt(tokens, item.from - 1))) return [];
  const items = [item];
  for (let from = item.from; AND.has(wordAt(tokens, from - 1)); ) {
    const other = endingAt(from - 1);
    if (other === null) return [item];
    items.unshift(other);
    from = other.from;
    if (beginsSentence(tokens, from)) return items;
  }
  return [item];

  function endingAt(to: number): Match | null {
    const ending = matches.filter((match) => match.to === to);
    return ending.sort((one, other) => one.from - other.from)[0] ?? null;
  }
}

/** The Polish instrumental names what comes in instead; `mąkę pszenną` is none. */
export function isInstrument(tokens: readonly Token[], { from, to }: Match): boolean {
  const words = tokens.slice(from, to).map(({ letters }) => letters);
  if (words.some((letters) => letters.endsWith('ę'))) return false;
  return /(?:em|ą|ami|ym|im)$/.test(words.at(-1) ?? '');
}

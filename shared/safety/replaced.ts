import claims from './data/claims.json' with { type: 'json' };
import type { Match } from './scan.ts';
import { gapAt, wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';

/** `śmietany już nie dodajemy` */
const ADVERBS: ReadonlySet<string> = new Set(claims.adverbs.map(foldWord));

const PREPOSITIONS: ReadonlySet<string> = new Set([
  ...['do', 'z', 'ze', 'na', 'w', 'we', 'po', 'bez', 'od'],
  ...['with', 'to', 'in'],
]);

/**
 * The food right before a word that replaces or leaves it out: `masło zastąp oliwą`, `masło pomijamy`; but
 * `do masła nie dodawaj wody` has butter.
 * @param at where that word stands
 */
export function itemBefore(
  tokens: readonly Token[],
  matches: readonly Match[],
  at: number,
): Match | null {
  if (gapAt(tokens, at) !== 'joined') return null;
  let end = at;
  while (ADVERBS.has(wordAt(tokens, end - 1)) && gapAt(tokens, end - 1) === 'joined') end -= 1;
  const items = matches.filter(({ to }) => to === end);
  const item = items.sort((one, other) => one.from - other.from)[0];
  if (item === undefined || isInstrument(tokens, item)) return null;
  return PREPOSITIONS.has(wordAt(tokens, item.from - 1)) ? null : item;
}

/** The Polish instrumental names what comes in instead; `mąkę pszenną` is none. */
export function isInstrument(tokens: readonly Token[], { from, to }: Match): boolean {
  const words = tokens.slice(from, to).map(({ letters }) => letters);
  if (words.some((letters) => letters.endsWith('ę'))) return false;
  return /(?:em|ą|ami|ym|im)$/.test(words.at(-1) ?? '');
}

import { type Language, lemmaKeys } from '#shared/language/lemma.ts';
import { findBrand } from '#shared/products/brand.ts';
import { tokensOf } from '#shared/products/normalise.ts';
import words from './data/words.json' with { type: 'json' };

/** Words that only join others. */
const LITTLE: ReadonlySet<string> = new Set(words.little);
/** Words that say how a food looks, is cut or sold, and not what it is. */
const NEUTRAL = { pl: keysOf(words.neutral.pl, 'pl'), en: keysOf(words.neutral.en, 'en') };
/** Two words for one thing: `fasola konserwowa` is `fasola z puszki`. */
const ALSO_WRITTEN: ReadonlyMap<string, string> = new Map(Object.entries(words.alsoWritten));
const SIZE =
  /\d+(?:[.,]\d+)?\s*(?:x\s*\d+(?:[.,]\d+)?\s*)?(?:kg|dag|g|ml|cl|l|szt|oz|lb)(?![\p{L}\d])\.?/giu;
const PER_CENT = /\d+(?:[.,]\d+)?(?=\s?%)/g;

/** The words of a food's name in any order, the fat in it too: what two names are compared by. */
export function foodKey(name: string, language: Language): string {
  return keyOf(wordsOf(name, language), percentsOf(name));
}

/**
 * The keys a name may be known under, the fullest first: with its per cents, without them, without
 * words that say only how it is cut or sold, without its brand.
 */
export function possibleKeys(name: string, language: Language): readonly string[] {
  const all = wordsOf(name, language);
  const percents = percentsOf(name);
  const named = all.filter((word) => !NEUTRAL[language].has(word));
  const unbranded = wordsOf(withoutBrand(name), language).filter(
    (word) => !NEUTRAL[language].has(word),
  );
  const keys = [
    keyOf(all, percents),
    keyOf(all, []),
    keyOf(named, percents),
    keyOf(named, []),
    keyOf(unbranded, percents),
    keyOf(unbranded, []),
  ];
  return [...new Set(keys)].filter((key) => key !== '');
}

function keyOf(names: readonly string[], percents: readonly string[]): string {
  return [...new Set([...names, ...percents])].sort().join(' ');
}

function wordsOf(name: string, language: Language): string[] {
  return lemmaKeys(name.replace(SIZE, ' '), language)
    .filter((word) => word.length > 1 && !LITTLE.has(word))
    .map((word) => ALSO_WRITTEN.get(word) ?? word);
}

/** `śmietana 18 %` → `18%`; one number of its name tells two creams apart. */
function percentsOf(name: string): string[] {
  return (name.match(PER_CENT) ?? []).map((number) => `${number.replace(',', '.')}%`);
}

function withoutBrand(name: string): string {
  const tokens = tokensOf(name);
  const at = findBrand(tokens)?.at ?? [];
  return tokens
    .filter((_, index) => !at.includes(index))
    .map(({ text }) => text.toLowerCase())
    .join(' ');
}

function keysOf(texts: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => lemmaKeys(text, language)));
}

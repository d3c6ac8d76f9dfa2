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
const MAX_BASES = 20_000;
const bases = { pl: new Map<string, string>(), en: new Map<string, string>() };
const SIZE =
  /(?<!\d)\d{1,6}(?:[.,]\d{1,3})?\s{0,2}(?:x\s{0,2}\d{1,6}(?:[.,]\d{1,3})?\s{0,2})?(?:kg|dag|g|ml|cl|l|szt|oz|lb)(?![\p{L}\d])\.?/giu;
const PER_CENT = /(?<!\d)\d{1,6}(?:[.,]\d{1,3})?(?=\s?%)/g;

/** The words of a food's name in any order, the fat in it too: what two names are compared by. */
export function foodKey(name: string, language: Language): string {
  return keyOf(wordsOf(name, language), percentsOf(name));
}

/**
 * The keys a name may be known under, the fullest first: with its per cents, without them, without
 * words that say only how it is cut or sold.
 */
export function* possibleKeys(name: string, language: Language): Generator<string> {
  const all = wordsOf(name, language);
  const percents = percentsOf(name);
  if (percents.length > 0) yield keyOf(all, percents);
  yield keyOf(all, []);
  const named = all.filter((word) => !NEUTRAL[language].has(word));
  if (named.length === all.length) return;
  if (percents.length > 0) yield keyOf(named, percents);
  yield keyOf(named, []);
}

/** A name as it is printed without the brand and what tills add; nothing when it prints no brand. */
export function withoutBrand(name: string): string | undefined {
  const tokens = tokensOf(name);
  const at = findBrand(tokens)?.at;
  if (at === undefined) return undefined;
  const words = tokens.filter((_, index) => !at.includes(index)).map(({ text }) => text);
  return `${words.join(' ').toLowerCase()} ${percentsOf(name).join(' ')}`;
}

function keyOf(names: readonly string[], percents: readonly string[]): string {
  return [...new Set([...names, ...percents])].sort().join(' ');
}

function wordsOf(name: string, language: Language): string[] {
  return (
    name
      .replace(SIZE, ' ')
      .slice(0, 200)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
    .map((word) => baseOf(word, language))
    .filter((word) => word.length > 1 && !LITTLE.has(word));
}

/** A cookbook repeats its words, and finding a Polish base form is slow. */
function baseOf(word: string, language: Language): string {
  const known = bases[language].get(word);
  if (known !== undefined) return known;
  if (bases[language].size > MAX_BASES) bases[language].clear();
  const [key = ''] = lemmaKeys(word, language);
  const base = ALSO_WRITTEN.get(key) ?? key;
  bases[language].set(word, base);
  return base;
}

/** `śmietana 18 %` → `18%`; one number of its name tells two creams apart. */
function percentsOf(name: string): string[] {
  return (name.match(PER_CENT) ?? []).map((number) => `${number.replace(',', '.')}%`);
}

function keysOf(texts: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => lemmaKeys(text, language)));
}

import { fold } from '#shared/language/fold.ts';
import { knownLemmas } from '#shared/language/known-lemmas-pl.ts';
import type { Language } from '#shared/language/lemma.ts';
import { polishLemma } from '#shared/language/lemma-pl.ts';
import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import { isBrandWord } from '#shared/products/brand.ts';
import { products } from '#shared/products/product.ts';
import { isNeutralWord, productIn } from '#shared/products/product-of-word.ts';
import type { Kind } from '#shared/safety/lexicon-row.ts';
import { scan } from '#shared/safety/scan.ts';
import { tokenise } from '#shared/safety/tokens.ts';
import { isAdjective } from './base-name.ts';
import { productNamed } from './product-named.ts';
import type { Place } from './slots.ts';

export interface Word extends Place {
  readonly text: string;
  /** Something else than blanks stands before it. */
  readonly apart: boolean;
}

/** Words that may name a food. */
export interface Candidate extends Place {
  readonly productId: string | null;
  readonly written: readonly string[];
  /** What the gate calls it. */
  readonly gateName?: string;
}

const MAX_WORDS = 4;
/** What the allergy gate knows as food by itself; dishes and parts of food are nothing to keep. */
const FOODS: ReadonlySet<Kind> = new Set<Kind>(['plain', 'general', 'instead']);

export function wordsOf(text: string): Word[] {
  let before = 0;
  return [...text.matchAll(/(?<!\p{L}['’](?=s(?!\p{L})))\p{L}[\p{L}\p{M}]*/gu)].map((match) => {
    const at = match.index;
    const end = at + match[0].length;
    const apart = !/^[\s-]*$/.test(text.slice(before, at));
    before = end;
    return { text: match[0], at, end, apart };
  });
}

/** The longest name of the lexicon that begins at each word. */
export function ofLexicon(words: readonly Word[], language: Language): Candidate[] {
  return words.flatMap((_, start) => {
    for (let length = MAX_WORDS; length > 0; length -= 1) {
      const part = partOf(words, start, length);
      const written = part.map((word) => word.text);
      if (part.length < length || !isWholeName(written, language)) continue;
      const productId = productNamed(written, language);
      if (productId === undefined || isPurpose(written, productId)) continue;
      return [{ productId, written, at: part[0]?.at ?? 0, end: part.at(-1)?.end ?? 0 }];
    }
    return [];
  });
}

/** So many words from this one on, where nothing but blanks stands between them. */
function partOf(words: readonly Word[], at: number, length: number): readonly Word[] {
  const part = words.slice(at, at + length);
  return part.slice(1).some((word) => word.apart) ? [] : part;
}

const PURPOSES = ['na', 'do', 'dla', 'bez', 'od', 'for', 'to'];

/** `mielonego na kotlety` says what it is for, and is no `kotlet mielony`. */
function isPurpose(written: readonly string[], productId: string | null): boolean {
  const said = written.slice(1).filter((word) => PURPOSES.includes(word.toLowerCase()));
  const product = productId === null ? undefined : products().get(productId);
  const names = `${product?.pl ?? ''} ${product?.en ?? ''}`.split(' ');
  return said.some((word) => !names.includes(word.toLowerCase()));
}

/** Without neutral words at its ends, unless they make it another product: `pomidory w puszce`. */
function isWholeName(written: readonly string[], language: Language): boolean {
  const [first = '', last = ''] = [written[0], written.at(-1)];
  if (written.length === 1) return true;
  const whole = productIn(written.join(' '), language);
  if (isNeutralWord(first, language) && productIn(written.slice(1).join(' '), language) === whole)
    return false;
  if (!isNeutralWord(last, language)) return true;
  return [1, 2].every((less) => productIn(written.slice(0, -less).join(' '), language) !== whole);
}

/** Foods that the allergy gate knows; brands are among its words (`Łaciate`), and no foods. */
export function ofGate(text: string, words: readonly Word[], language: Language): Candidate[] {
  const tokens = tokenise(text);
  const { matches } = scan(tokens, { whole: false, language, corrects: false });
  return matches.flatMap(({ from, to, entry, sure }) => {
    if (!sure || !FOODS.has(entry.kind)) return [];
    const [at, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    const written = words
      .filter((word) => word.at >= at && word.end <= end)
      .map((word) => word.text);
    const productId = productNamed(written, language);
    const brand = productId === undefined && isBrandWord(upperAscii(written.join(' ')));
    if (written.length === 0 || brand || isOnlyAdjective(written, language)) return [];
    return [{ productId: productId ?? null, written, gateName: entry.name, at, end }];
  });
}

/** `waniliowych` belongs to the food before it. */
function isOnlyAdjective(written: readonly string[], language: Language): boolean {
  const [word = ''] = written;
  return language === 'pl' && written.length === 1 && isAdjective(polishLemma(word));
}

/** With an adjective that makes it another food: of `mleko roślinne` no product is known, and it is not milk. */
export function extended(words: readonly Word[], one: Candidate): Candidate {
  const next = words.find((word) => word.at >= one.end);
  if (next === undefined || next.apart || !tellsApart(next.text)) return one;
  const written = [...one.written, next.text];
  return { productId: productNamed(written, 'pl') ?? null, written, at: one.at, end: next.end };
}

function tellsApart(word: string): boolean {
  const lemma = polishLemma(word);
  const known = knownLemmas().adjectives.get(fold(lemma))?.includes(lemma);
  return known === true && !isNeutralWord(word, 'pl');
}

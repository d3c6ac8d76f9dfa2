import { compare, type Rational, rational } from '#shared/quantities/rational.ts';
import { readCount } from '#shared/quantities/read-count.ts';
import { tokens } from '#shared/quantities/tokens.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';

/** An amount at the start of a text, and what follows it. */
export interface ReadAmount {
  readonly value: Rational;
  readonly upTo: Rational | null;
  readonly rest: string;
}

/** `a few` is no amount, nor is an `a` of which nothing follows. */
const NO_AMOUNT =
  /^an?\b(?!\s[a-z])|^an?\s(?:few|little|bit|lot|couple|some|touch|good|drizzle|knob)\b/i;

/** No recipe takes more of anything; a longer number is a mistake or a barcode. */
const MAX_AMOUNT = rational(9_999_999);

/** `1½` → `1 1/2`, and one kind of dash. */
export function plainNumbers(text: string): string {
  return text
    .replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${sign.normalize('NFKD')} `)
    .replace(/⁄/g, '/')
    .replace(/[–—−]/g, '-');
}

/** The amount a text begins with: `1 1/2`, `2-3`, `0,5`, `2 x 400`, `half a`, `dwie`; else nothing. */
export function readAmount(text: string, language: Language): ReadAmount | undefined {
  const trimmed = text.trimStart();
  if (NO_AMOUNT.test(trimmed)) return undefined;
  // English writes 1,000 for a thousand; Polish 1,5 for one and a half.
  const plain = language === 'en' ? trimmed.replace(/(?<!\d)(\d),(?=\d{3}\b)/g, '$1') : trimmed;
  const all = tokens(plain);
  const count = readCount(all, 0);
  if (count === undefined || count.value.n <= 0n || compare(count.value, MAX_AMOUNT) > 0)
    return undefined;
  return { value: count.value, upTo: count.upTo, rest: plain.slice(all[count.next - 1]?.end) };
}

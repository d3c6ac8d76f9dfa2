import { picturesOf } from '#shared/language/key-of-name.ts';
import { upperAscii } from '#shared/language/ocr-skeleton.ts';

/** A word of a printed name. */
export interface Token {
  /** Upper case, no diacritics. */
  readonly text: string;
  /** A point follows, so the till has cut it. */
  readonly cut: boolean;
}

/** Signs that OCR puts in place of letters. */
const SIGNS: Readonly<Record<string, string>> = { '€': 'E', $: 'S', '@': 'A', '|': 'I', '!': 'I' };

/**
 * A name as it is compared and as a household's spelling is kept: `Jog.Nat. 4x125g` → `JOG NAT`,
 * `🥚 10 szt.` → `🥚`. Empty for a name that says nothing, which is the spelling of no product.
 */
export function normaliseName(name: string): string {
  const words = tokensOf(name).map(({ text }) => text);
  return [...words, ...picturesOf(name.slice(0, 120))].join(' ');
}

/** The words of a printed name, without sizes, per cents, codes and the till's column letters. */
export function tokensOf(name: string): Token[] {
  const separated = name
    .slice(0, 120)
    .replace(/(?<=\p{Lu})l(?=\p{Lu})/gu, 'I')
    // `SerGoudaPlastry`: tills that write capitals instead of spaces.
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(?<=\p{L})[€$@|!](?=\p{L})/gu, (sign) => SIGNS[sign] ?? sign);
  const text = upperAscii(separated)
    .replace(/[-\\][A-G][A-Z]?$/, ' ')
    .replace(/(?<![\dA-Z])\d{1,2}\s?[X*]\s?(?=\d)/g, ' ')
    .replace(
      /(?<!\d)\d{1,6}(?:[.,][\dZOISB]{1,4})?\s?(?:KG|DAG|ML|CL|SZT|TB|L|G|%)(?![A-Z])/g,
      ' ',
    );
  const tokens: Token[] = [];
  for (const [, word = '', point] of text.matchAll(/([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)(\.?)/gu)) {
    const cleaned = withoutNumbers(word);
    if (cleaned !== '') tokens.push({ text: cleaned, cut: point === '.' });
  }
  return tokens;
}

/** Numbers alone say nothing (`TYP 500`); behind a word they are a size without its unit. */
function withoutNumbers(word: string): string {
  if (!/\p{L}/u.test(word)) return '';
  return word.length > 3 ? word.replace(/(?<=[A-Z]{3})\d+$/, '') : word;
}

/** Words that say how an item is, not what they are. They decide nothing. */
export const NOISE: ReadonlySet<string> = new Set(
  `UHT KG SZT LUZ SW SWIEZY SWIEZA SWIEZE PREMIUM EXTRA EKSTRA BIO EKO XXL XL KL KLASA TYP PLASTRY
   PLAST PLASTR PLA TACKA OPAK PUSZ PUSZKA BUT BUTELKA PET PROMO POLSKI POLSKA POLSKIE KRAJ KRAJOWE
   ORIG ORIGINAL CLASSIC KLASYCZNY KLASYCZNA KLASYCZNE MINI MAXI MAX DUZY DUZA DUZE MALY MALA MALE
   DELIK KROJ KROJONY KROJONA KROJ KR NOWY NOWOSC STANDARD ZESTAW PAK SASZ SASZETKA TOREBKA MIX
   LEKKI LEKKA LIGHT FIT GOLD SELECTION DELUXE SUPER TRADYCYJNY TRADYCYJNA TRAD DOMOWY DOMOWA
   Z W NA I DO ZE BEZ B K P U O A X SP WAG WAGA PROD ART SEZON KOD
   PECZ PECZEK SIATKA SIATK SKRZYNKA DOYPACK KARTON KART WIADRO WIAD SLOIK SLOICZEK KUBEK TUBA TUBKA`
    .split(/\s+/)
    .filter(Boolean),
);

import type { Language } from './recipe.ts';

/** A number at the start of a text, and what follows it. */
export interface ReadAmount {
  readonly value: number;
  readonly upTo: number | null;
  readonly rest: string;
}

const WORDS: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    dozen: 12,
    half: 0.5,
    quarter: 0.25,
  },
  pl: {
    jeden: 1,
    jedna: 1,
    jedno: 1,
    dwa: 2,
    dwie: 2,
    trzy: 3,
    cztery: 4,
    pięć: 5,
    sześć: 6,
    siedem: 7,
    osiem: 8,
    dziewięć: 9,
    dziesięć: 10,
    pół: 0.5,
    ćwierć: 0.25,
    półtora: 1.5,
    półtorej: 1.5,
  },
};
/** `a few` is no amount. */
const VAGUE = /^(?:few|little|bit|lot|couple|some|touch|good|drizzle|knob)\b/;

const FRACTIONS: Readonly<Record<string, string>> = {
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '⅓': '1/3',
  '⅔': '2/3',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅕': '1/5',
};

/** `1½` → `1 1/2`, and one kind of dash. */
export function plainNumbers(text: string): string {
  return text
    .replace(/[½¼¾⅓⅔⅛⅜⅕]/g, (sign) => ` ${FRACTIONS[sign]} `)
    .replace(/⁄/g, '/')
    .replace(/[–—−]/g, '-');
}

/** The amount a text begins with: `1 1/2`, `2-3`, `0,5`, `2 x 400`, `half a`, `dwie`; else nothing. */
export function readAmount(text: string, language: Language): ReadAmount | undefined {
  const first = readNumber(text.trimStart(), language);
  if (first === undefined || first.value <= 0) return undefined;
  const times = /^\s?(?:x|×|\*)\s?(?=\d)/.exec(first.rest);
  if (times !== null) {
    const second = readNumber(first.rest.slice(times[0].length), language);
    if (second !== undefined) {
      return { value: first.value * second.value, upTo: null, rest: second.rest };
    }
  }
  const to = /^\s?(?:-|~|to |or |do |lub |\(or )\s?(?=[\da-z])/.exec(first.rest);
  if (to !== null) {
    const second = readNumber(first.rest.slice(to[0].length), language);
    if (second !== undefined && second.value > first.value) {
      return { value: first.value, upTo: second.value, rest: second.rest.replace(/^\)/, '') };
    }
  }
  return { value: first.value, upTo: null, rest: first.rest };
}

/** `1 1/2` and `1-1/2` are the same. */
const DIGITS =
  /^(\d{1,5})[\s-](\d{1,2})\/(\d{1,2})|^(\d{1,3})\s?\/\s?(\d{1,3})|^(\d{1,7}(?:[.,]\d{1,3})?)/;

function readNumber(text: string, language: Language) {
  const digits = DIGITS.exec(text);
  if (digits !== null) {
    const [all, whole, top, bottom, up, down, decimal] = digits;
    const rest = text.slice(all.length);
    if (whole !== undefined) {
      return { value: Number(whole) + Number(top) / Number(bottom || 1), rest };
    }
    if (up !== undefined)
      return Number(down) === 0 ? undefined : { value: Number(up) / Number(down), rest };
    // English writes 1,000 for a thousand; Polish 1,5 for one and a half.
    const thousand = language === 'en' && /^\d,\d{3}$/.test(decimal ?? '');
    return { value: Number(decimal?.replace(',', thousand ? '' : '.')), rest };
  }
  const word = /^[a-ząćęłńóśźż]+/i.exec(text)?.[0].toLowerCase() ?? '';
  const value = WORDS[language][word];
  if (value === undefined || !Object.hasOwn(WORDS[language], word)) return undefined;
  const rest = text.slice(word.length);
  const after = rest.trimStart();
  if (/^an?$/.test(word) && (VAGUE.test(after) || !/^[a-z]/i.test(after))) return undefined;
  if (value < 1) return { value, rest: after.replace(/^(?:an?|of an?)\s/i, ' ') };
  if (word === 'a' && /^(?:half|quarter|dozen)\b/.test(after)) return readNumber(after, language);
  return { value, rest };
}

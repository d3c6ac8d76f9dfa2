import type { Language } from '#shared/language/lemma.ts';
import { isNeutralWord } from '#shared/products/product-of-word.ts';
import type { DateSlot, ItemSlot, Place, ProductSlot, QuantitySlot } from './slots.ts';

/** How many words may stand between an amount and what it is of: `3 duże dojrzałe banany`. */
const MAX_BETWEEN = 2;
/** Words that begin something else. */
const PARTING =
  /^(?:i|a|oraz|z|ze|w|do|na|dla|za|bez|lub|and|or|with|in|for|to|on|at|from|without)$/i;
const EXPIRY =
  /(?:ważn|wazn|termin|przydatn|spożyci|spozyci|kończy|konczy|psuje|best before|use[ -]by|sell[ -]by|expir|good (?:until|till)|\bexp\b)/i;
/** How far before a day it may be said what the day is of. */
const EXPIRY_REACH = 30;

/** Whether the amount stands right before the food: only neutral words and `of` between them. */
export function standsBefore(
  text: string,
  amount: Place,
  product: Place,
  language: Language,
): boolean {
  if (product.at < amount.end) return false;
  const between = text.slice(amount.end, product.at);
  if (/[^\p{L}\s×-]/u.test(between)) return false;
  const words = between.match(/\p{L}+/gu) ?? [];
  if (words.length > MAX_BETWEEN) return false;
  // English adjectives end as they like: `3 rotten tomatoes`.
  if (language === 'en' && words.length === 1) return !PARTING.test(words[0] ?? '');
  return words.every(
    (word) => !PARTING.test(word) && (mayDescribe(word) || isNeutralWord(word, language)),
  );
}

/** `of`, `x`, and words with the ending of an adjective. */
function mayDescribe(word: string): boolean {
  return /^(?:of|the|x|a)$/i.test(word) || /(?:y|i|e|a|ą|ę|ych|ich|ego|iej|ej)$/i.test(word);
}

/** Whether the amount follows the food: `jajka: 10`, `chleb, jeden bochenek`, `mleka mam 2 litry`. */
export function standsBehind(text: string, amount: Place, product: Place, bare: boolean): boolean {
  if (amount.at < product.end) return false;
  const between = text.slice(product.end, amount.at);
  if (bare) return /^\s?(?:[:x×–-]|\(|x\s)\s?$/i.test(between) || standsLast(text, amount, between);
  if (/[.;!?()]/.test(between.replace(/\($/, ''))) return false;
  const words = between.match(/\p{L}+/gu) ?? [];
  return words.length <= MAX_BETWEEN && !words.some((word) => PARTING.test(word));
}

/** `bagels, six`, `cytryny trzy dopisz`: a number that nothing behind it could be of. */
function standsLast(text: string, amount: Place, between: string): boolean {
  const behind = text.slice(amount.end);
  const last =
    /^\s*(?:$|[.;!?]|,)/.test(behind) ||
    /^\s(?:dopisz|dodaj|kup|weź|wez|do|na|please)(?!\p{L})/u.test(behind);
  return last && /^,?\s$/.test(between);
}

/** Words before a number that counts what was named earlier. */
const COUNTING_ALL =
  /(?<!\p{L})(?:all|both|wszystkie|wszystkich|order|get|buy|take|zamów|zamow|kup|weź|wez|dodaj|dopisz)\s$/iu;

/** `the eggs had cracked so I binned all four`, `zjemy gęś, zamów jedną`. */
export function countsEarlier(text: string, amount: Place, product: Place): boolean {
  const ends = /^\s*(?:$|[.,;!?])/.test(text.slice(amount.end));
  return ends && amount.at > product.end && COUNTING_ALL.test(text.slice(0, amount.at));
}

/** Each food with its amount and the day until which it keeps. */
export function tieItems(
  text: string,
  language: Language,
  products: readonly ProductSlot[],
  quantities: readonly QuantitySlot[],
  dates: readonly DateSlot[],
): ItemSlot[] {
  const before = new Map<ProductSlot, QuantitySlot>();
  for (const quantity of quantities) {
    const product = products.find((one) => standsBefore(text, quantity, one, language));
    if (product !== undefined) before.set(product, quantity);
  }
  const claimed = new Set(before.values());
  const ends = dates.filter((date) => keepsUntil(text, date));
  return products.map((product, at) => {
    const limit = products[at + 1]?.at ?? text.length;
    const behind = quantities.find(
      (one) => !claimed.has(one) && one.at < limit && standsBehind(text, one, product, false),
    );
    const quantity = before.get(product) ?? behind;
    const expires = ends.find((date) => date.at < limit && (at === 0 || date.at >= product.end));
    return { product, ...(quantity && { quantity }), ...(expires && { expires }) };
  });
}

/** `ważne do 14 marca`, `best before Friday`. */
function keepsUntil(text: string, date: DateSlot): boolean {
  const from = Math.max(0, date.at - EXPIRY_REACH);
  return (
    EXPIRY.test(text.slice(from, date.end)) && (date.from === date.to || date.bound === 'until')
  );
}

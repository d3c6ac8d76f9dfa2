import type { Slots } from '#shared/slots/slots.ts';

/** A value with its place in the message. */
export interface SaidValue {
  readonly value: string;
  readonly at: number;
  readonly end: number;
  /** `po 3,49`: of each piece or kilogram. */
  readonly isEach: boolean;
}

/** `3,49`, and no `1,25 kg`; prices without a currency are usual where a receipt is talked about. */
const PRICE = /(?<![\d.,])(\d{1,5})[.,](\d{2})(?![\d.,]*\d|\s?(?:kg|g|l|ml)\b)/g;
/** As a receipt's amounts may be. */
const AMOUNT = /^\d{1,5}\.\d{2}$/;
const DENIED = /(?:\bnie|\bnot|n['’]t|\bzamiast|\binstead of)\s+(?:\p{L}+\s+){0,2}$/iu;
const EACH = /\b(?:po|each|per|at)\s+$/iu;
const EACH_BEHIND = /^\s*(?:each|per|apiece|za (?:kg|kilo\w*|sztuk\w*|szt)|a (?:piece|kilo))\b/iu;

/** The sums a message names, without those that it denies: of `3,49, nie 3,99` the first. */
export function saidPrices(message: string, { money, dates }: Slots): SaidValue[] {
  const taken = [...money, ...dates];
  const bare = [...message.matchAll(PRICE)].flatMap(({ 0: text, 1: whole, 2: part, index }) => {
    const place = { at: index, end: index + text.length };
    const isTaken = taken.some(({ at, end }) => place.at < end && at < place.end);
    return isTaken ? [] : [{ value: `${whole}.${part}`, ...place }];
  });
  const all = [...money, ...bare]
    .map(({ value, at, end }) => {
      const isEach = EACH.test(message.slice(0, at)) || EACH_BEHIND.test(message.slice(end));
      return { value, at, end, isEach };
    })
    .sort((a, b) => a.at - b.at);
  return notDenied(message, all).filter(({ value }) => AMOUNT.test(value));
}

/** What is left when the values behind a no are out; all of them where nothing else is said. */
export function notDenied<Value extends { readonly at: number }>(
  message: string,
  values: readonly Value[],
): Value[] {
  const kept = values.filter(({ at }) => !DENIED.test(message.slice(0, at)));
  return kept.length === 0 ? [...values] : kept;
}

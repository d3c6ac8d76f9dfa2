import type { Language } from '#shared/language/lemma.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { findPattern, matchesWord } from './cue-patterns.ts';
import words from './data/words.json' with { type: 'json' };
import type { Piece } from './pieces.ts';
import type { SaidDays } from './read-days.ts';
import { nameOf } from './read-items.ts';
import { placesIn } from './read-place.ts';
import type { PantryRequest } from './request.ts';

interface Context {
  readonly text: string;
  readonly language: Language;
  readonly days: readonly SaidDays[];
  readonly today: string;
}

const MONEY_FILLERS = new Set(words.spendingFillers);
const AT = new Set(['w', 'we', 'at', 'in', 'from', 'z']);

/** What a piece with a question's words asks. */
export function readQuestion(piece: Piece, context: Context): PantryRequest | undefined {
  const name = piece.cue?.name;
  const { text, language, days, today } = context;
  const places = placesIn(piece.tokens);
  const gone = new Set([...(piece.cue?.at ?? []), ...places.flatMap(({ at }) => at)]);
  const left = piece.tokens.filter((_, at) => !gone.has(at));
  const product = nameOf(left.filter(isNamed), text, language);
  const location = places[0]?.location;
  const at = location === undefined ? {} : { location };
  switch (name) {
    case 'undo':
      return { act: 'undo' };
    case 'spending':
      return spendingIn(piece, left, context);
    case 'wasted':
      return { act: 'wasted', periods: pastPeriods(days, today) };
    case 'expired':
      return { act: 'expiring', expired: true, ...at };
    case 'expiring': {
      const until = days[0]?.to;
      return { act: 'expiring', ...(until !== undefined && { until }), ...at };
    }
    case 'list':
      return product === null || location !== undefined
        ? { act: 'list', ...at }
        : { act: 'howMuch', product };
    case 'howMuch':
      return product === null && location !== undefined
        ? { act: 'list', location }
        : { act: 'howMuch', product };
    case 'where':
    case 'bestBefore':
      return { act: name, product };
    default:
      return undefined;
  }
}

function isNamed({ kind, text }: Token): boolean {
  return (kind !== 'sign' || text === '%') && !words.dropped.includes(text);
}

/** What was spent on what and where, or in which shop the most. */
function spendingIn({ tokens }: Piece, left: readonly Token[], context: Context): PantryRequest {
  const periods = pastPeriods(context.days, context.today);
  const which = shopWords(tokens).map((at) => tokens[at]);
  const { on, shop } = boughtIn(
    left.filter((token) => !which.includes(token)),
    context,
  );
  if (which.length === 0) return { act: 'spending', on, shop, periods };
  return { act: 'spending', on, shop: null, by: 'shop', periods };
}

function shopWords(tokens: readonly Token[]): number[] {
  return words.whichShop.flatMap((one) => findPattern(one, tokens) ?? []);
}

/** Whether it asks in which shop something was bought: `which shop was that?` */
export function asksShop(tokens: readonly Token[]): boolean {
  return shopWords(tokens).length > 0;
}

/** `na słodycze w Biedronce`, `and lidl`: what was bought, and in which shop. */
export function boughtIn(left: readonly Token[], { text, language }: Context) {
  const kept = left.filter(({ text: word }) => !MONEY_FILLERS.has(word));
  const known = kept.findIndex(({ text: word }) => matchesWord(words.chains, word));
  const at = kept.findIndex(({ text: word }, index) => {
    const next = kept[index + 1];
    return AT.has(word) && next !== undefined && next.kind === 'word' && next.text.length > 2;
  });
  const named = at === -1 ? known : at + 1;
  const shop = named === -1 ? null : nameOf(kept.slice(named, named + 1), text, language);
  const others = kept.filter((_, index) => index !== at && index !== named);
  return { on: nameOf(others.filter(isNamed), text, language), shop };
}

/** What was spent lies behind: of a month that is still to come the one of the year before is meant. */
export function pastPeriods(days: readonly SaidDays[], today: string) {
  return days.map(({ from, to }) => {
    if (from <= today) return { from, to };
    return { from: yearBefore(from), to: yearBefore(to) };
  });
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');
}

import words from './data/words.json' with { type: 'json' };
import type { Message } from './message.ts';
import { inUnitOf } from './read-answer.ts';
import { nameOf } from './read-items.ts';
import { placesIn } from './read-place.ts';
import { asksShop, boughtIn, pastPeriods } from './read-question.ts';
import { readSaid } from './read-said.ts';
import { type Change, isChange, type PantryRequest, type Said } from './request.ts';
import { meansOther, wordsWithout } from './said-words.ts';
import type { TalkSoFar } from './talk-so-far.ts';

const MAX_WORDS = 6;
/** Shops, things and months are listed in one breath. */
const MAX_WORDS_OF_MONEY = 10;
/** `And at Lidl altogether?`: of everything, not only of what was asked before. */
const ALTOGETHER = new Set([
  'altogether',
  'total',
  'overall',
  'lacznie',
  'razem',
  'sumie',
  'ogolem',
  'all',
  'everything',
  'wszystko',
  'calosc',
]);
const GOES_ON = {
  pl: ['a', 'i', 'oraz', 'co', 'jeszcze', 'ale'],
  en: ['and', 'what', 'how', 'also', 'then', 'plus'],
};

/**
 * The last question of another thing (`a mleka?`), of other days (`a w czerwcu?`), place or shop, and the
 * last change of one thing more (`i jeszcze 2 cebule`). Nothing when the message does not go on.
 */
export function readContinuation(message: Message, talk: TalkSoFar): PantryRequest | undefined {
  const { tokens, language, text, days, today } = message;
  const { last } = talk;
  const goesOn = GOES_ON[language].includes(tokens[0]?.text ?? '') || text.trim().endsWith('?');
  const count = tokens.filter(({ kind }) => kind !== 'sign').length;
  const most = last?.act === 'spending' ? MAX_WORDS_OF_MONEY : MAX_WORDS;
  if (last === null || !goesOn || count > most) return undefined;
  const places = placesIn(tokens);
  const gone = new Set(places.flatMap(({ at }) => at));
  const kept = tokens.filter((_, at) => !gone.has(at));
  const left = wordsWithout(kept, words.continuing, language);
  const product = nameOf(left, text, language);
  const other = meansOther(
    left.map((token) => token.text),
    language,
  );
  if (isChange(last)) {
    if (other) return { act: 'howMuch', product };
    const [only] = readSaid(left, language);
    if (only === undefined || talk.change === null) return undefined;
    const name = nameOf(only.words, text, language);
    if (name === null) return moreOf(talk.change, only.amount);
    return { act: last.act, items: [{ product: name, amount: only.amount }] };
  }
  switch (last.act) {
    case 'howMuch':
    case 'where':
    case 'bestBefore':
      return product === null ? undefined : { act: last.act, product };
    case 'list':
      return places[0] && { act: 'list', location: places[0].location };
    case 'expiring': {
      const [day] = days;
      const location = places[0]?.location;
      if (day === undefined && location === undefined) return undefined;
      return {
        ...last,
        ...(day && { until: day.to, expired: false }),
        ...(location && { location }),
      };
    }
    case 'spending': {
      if (asksShop(tokens)) return { ...last, shop: null, by: 'shop' };
      const { on, shop } = boughtIn(kept.slice(1), message);
      const isBoth = tokens.some(({ text: word }) => words.both.includes(word));
      const asked = days.length > 0 ? pastPeriods(days, today) : last.periods;
      const added = isBoth && days.length + Number(on !== null) === 0 ? bothOf(talk) : undefined;
      if (added !== undefined && shop === null) return added;
      const isAll = tokens.some(({ text: word }) => ALTOGETHER.has(word));
      if (days.length === 0 && on === null && shop === null && !isBoth && !isAll) return undefined;
      const { by, ...rest } = last;
      return {
        ...rest,
        ...(shop === null && by !== undefined && { by }),
        on: on ?? (isAll ? null : last.on),
        shop: shop ?? last.shop,
        periods: isBoth && days.length < 2 ? talk.periods.slice(-2) : asked,
      };
    }
    case 'wasted':
      return days.length > 0 ? { act: 'wasted', periods: pastPeriods(days, today) } : undefined;
    case 'undo':
      return undefined;
  }
}

/** `And the rest`, `i jeszcze jednego`: more of the one thing that was spoken of. */
function moreOf({ act, items }: Change, said: Said | null): Change | undefined {
  const [item, ...others] = items;
  if (item === undefined || said === null || others.length > 0) return undefined;
  return { act, items: [{ product: item.product, amount: inUnitOf(said, item.amount) }] };
}

/** What was asked last of two shops or two things, added up. */
function bothOf({ spendings }: TalkSoFar): PantryRequest | undefined {
  const [one, other] = spendings.slice(-2);
  if (one === undefined || other === undefined) return undefined;
  // Of one shop and one thing only the days differ, which `talk.periods` has.
  if (one.shop === other.shop && one.on === other.on) return undefined;
  return { act: 'spending', ...one, also: [other] };
}

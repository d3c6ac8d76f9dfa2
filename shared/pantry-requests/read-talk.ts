import type { Language } from '#shared/language/lemma.ts';
import { findPattern } from './cue-patterns.ts';
import words from './data/words.json' with { type: 'json' };
import { type Message, messageOf } from './message.ts';
import { readAnswer, withChoice } from './read-answer.ts';
import { readContinuation } from './read-continuation.ts';
import { readCorrection } from './read-correction.ts';
import { readCount } from './read-count.ts';
import { requestsOf } from './read-requests.ts';
import { type Change, isChange, type PantryRequest } from './request.ts';
import { meansOther } from './said-words.ts';
import type { Pending, TalkSoFar } from './talk-so-far.ts';

/** What a message asks of the pantry, as it goes on with what was said before. */
export interface ReadTalk {
  readonly requests: readonly PantryRequest[];
  /** Whether it says otherwise what was proposed last, which it takes the place of. */
  readonly corrects: boolean;
}

const NOTHING: ReadTalk = { requests: [], corrects: false };
const MAX_REPEATING_WORDS = 7;

/**
 * A message of a session: an answer to what was asked back, the same once more, what was proposed with
 * another amount, date or place, a request of its own, or the last one of something else.
 * @param today the day in the household's zone, `YYYY-MM-DD`
 */
export function readTalk(
  said: string,
  talk: TalkSoFar,
  { language, today }: { readonly language: Language; readonly today: string },
): ReadTalk {
  const message = messageOf(said, language, today);
  const counted = readCount(message);
  if (counted !== undefined && (counted.product !== null || talk.last?.act === 'howMuch'))
    return { requests: [named(counted, talk, language)], corrects: false };
  const own = requestsOf(message);
  const answered = talk.pending && answerOf(message, own, talk.pending);
  if (answered != null) return { requests: [answered], corrects: false };
  if (talk.change !== null && repeats(message)) return { requests: [talk.change], corrects: false };
  const goesOn = asksHowMuchOfNothing(own) ? readContinuation(message, talk) : undefined;
  if (own.length > 0 && goesOn?.act !== 'spending') {
    return { requests: inTurn(own, talk, language), corrects: false };
  }
  const corrected = readCorrection(message, talk);
  if (corrected !== undefined) return { requests: [corrected], corrects: true };
  const next = readContinuation(message, talk);
  return next === undefined
    ? NOTHING
    : { requests: [named(next, talk, language)], corrects: false };
}

/** `And how much was that in October?` names nothing: behind money it is asked of that. */
function asksHowMuchOfNothing(own: readonly PantryRequest[]): boolean {
  const [request, ...others] = own;
  return others.length === 0 && request?.act === 'howMuch' && request.product === null;
}

/** An answer may be said as what was done: `zużyłem to owsiane`. Any other request is one of its own. */
function answerOf(
  message: Message,
  own: readonly PantryRequest[],
  pending: Pending,
): Change | undefined {
  const [request, ...others] = own;
  if (request === undefined) return readAnswer(message, pending);
  if (!isChange(request) || request.act !== pending.change.act || others.length > 0)
    return undefined;
  const [item, ...more] = request.items;
  if (item?.product == null || item.amount !== null || more.length > 0) return undefined;
  return withChoice(pending, item.product);
}

function repeats({ tokens, language }: Message): boolean {
  const count = tokens.filter(({ kind }) => kind !== 'sign').length;
  return (
    count <= MAX_REPEATING_WORDS &&
    words.again[language].some((pattern) => findPattern(pattern, tokens) !== undefined)
  );
}

/** `zjadłem 2 jajka. ile zostało?`: what was named in the same message goes before what was named earlier. */
function inTurn(
  requests: readonly PantryRequest[],
  talk: TalkSoFar,
  language: Language,
): PantryRequest[] {
  let products = talk.products;
  return requests.map((request) => {
    const made = named(request, { ...talk, products }, language);
    const names = isChange(made)
      ? made.items.flatMap(({ product }) => product ?? [])
      : 'product' in made
        ? [made.product ?? []].flat()
        : [];
    if (names.length > 0) products = names;
    return made;
  });
}

/** With what `it`, `tego` and `the other one` mean put in their place. */
function named(request: PantryRequest, talk: TalkSoFar, language: Language): PantryRequest {
  const known = (product: string | null): string | null => {
    if (product === null) return talk.products[0] ?? null;
    if (!meansOther(product.toLowerCase().split(' '), language)) return product;
    return talk.others[0] ?? talk.products[1] ?? product;
  };
  if (isChange(request)) {
    return {
      ...request,
      items: request.items.map((item) => ({ ...item, product: known(item.product) })),
    };
  }
  return 'product' in request ? { ...request, product: known(request.product) } : request;
}

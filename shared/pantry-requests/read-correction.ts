import words from './data/words.json' with { type: 'json' };
import type { Message } from './message.ts';
import { choiceOf, inUnitOf } from './read-answer.ts';
import { placesIn } from './read-place.ts';
import { readSaid } from './read-said.ts';
import type { Change, Item, Said } from './request.ts';
import { withoutDenied, wordsWithout } from './said-words.ts';
import type { TalkSoFar } from './talk-so-far.ts';

/** No correction is longer; longer messages say something of their own. */
const MAX_WORDS = 10;

/**
 * What was proposed, with what the message says otherwise: another amount (`nie, jednak 3`), another
 * date, another place, or the thing that was not chosen (`no, the oat one`). Nothing when it says more.
 */
export function readCorrection(
  message: Message,
  { change, others }: Pick<TalkSoFar, 'change' | 'others'>,
): Change | undefined {
  const { tokens, days, language } = message;
  if (change === null || tokens.length > MAX_WORDS) return undefined;
  const places = placesIn(tokens);
  const gone = new Set(places.flatMap(({ at }) => at));
  const left = withoutDenied(tokens.filter((_, at) => !gone.has(at))).kept;
  const said = wordsWithout(left, words.correcting, language);
  const found = readSaid(said, language);
  const location = places[0]?.location;
  const expires = change.act === 'add' ? days[0]?.to : undefined;
  const also = { ...(location && { location }), ...(expires && { expires }) };
  const saysOther = location !== undefined || expires !== undefined;
  if (found.length === 0) return saysOther ? changed(change, undefined, null, also) : undefined;
  const [only] = found;
  if (found.length !== 1 || only === undefined) return undefined;
  const name = only.words.map(({ text }) => text).join(' ');
  if (name === '') return changed(change, undefined, only.amount, also);
  const named = change.items.flatMap(({ product }) => product ?? []);
  const meant = choiceOf(name, named);
  if (meant !== undefined && only.amount !== null) return changed(change, meant, only.amount, also);
  const other = meant === undefined ? choiceOf(name, others) : undefined;
  if (other === undefined || change.items.length !== 1) return undefined;
  const [item] = change.items;
  if (item === undefined) return undefined;
  return {
    ...change,
    items: [{ ...item, ...also, product: other, amount: only.amount ?? item.amount }],
  };
}

/** Of several things only the named one is meant, or what says the same of all. */
function changed(
  change: Change,
  named: string | undefined,
  amount: Said | null,
  also: Pick<Item, 'location' | 'expires'>,
): Change | undefined {
  const isMeant = ({ product }: Item) => named === undefined || product === named;
  if (amount !== null && change.items.filter(isMeant).length !== 1) return undefined;
  // A place says something only of what is added or put somewhere.
  const moves = change.act === 'add' || change.act === 'move';
  if (also.location !== undefined && !moves) return undefined;
  const items = change.items.map((item) =>
    isMeant(item)
      ? { ...item, ...also, amount: amount === null ? item.amount : inUnitOf(amount, item.amount) }
      : item,
  );
  return { ...change, items };
}

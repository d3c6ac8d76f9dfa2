import { withoutOpening } from '#shared/language/opening.ts';
import { messageOf } from '#shared/pantry-requests/message.ts';
import { requestsOf as requestsOfPantry } from '#shared/pantry-requests/read-requests.ts';
import type { PantryRequest } from '#shared/pantry-requests/request.ts';
import { namesList, readListAct } from '#shared/plan-requests/read-act.ts';
import { messageLanguage } from '#shared/router/message-language.ts';
import { splitRequests, startsRequest } from '#shared/router/split-requests.ts';
import { ANY_DAY } from '#shared/schemas/day.ts';
import { ownWords } from './own-words.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import { countWords } from './routing/goes-on.ts';
import { readTopic } from './routing/topic.ts';

/** Each is answered by an agent while the person waits. */
const MOST_REQUESTS = 3;

/** What a message asks, in order. */
export interface RequestsOfMessage {
  readonly requests: readonly string[];
  /** Whether it asks more than is answered at once. */
  readonly hasMore: boolean;
  /** All the text that it shows. */
  readonly shown: string;
  /** Whether it shows a text that orders the assistant about, which is left out. */
  readonly leftOut: boolean;
}

/** The requests of a message; one for an agent that was named, and for what means harm as a whole. */
export function requestsOf({ message, agent }: ChatMessage): RequestsOfMessage {
  const { text: own, shown, leftOut } = ownWords(message);
  const text = withoutOpening(own);
  if (agent !== undefined || readTopic(text) !== null)
    return { requests: [text], hasMore: false, shown, leftOut };
  const all = joinedRequests(text, splitRequests(text));
  const requests = all.slice(0, MOST_REQUESTS);
  return { requests, hasMore: all.length > MOST_REQUESTS, shown, leftOut };
}

/** As many words as why something is done has: `sąsiad przyniósł`. */
const MOST_WORDS_OF_REASON = 4;

/**
 * The requests with what is none of its own put back: the last thing of a list (`na listę: chleb i papier do
 * pieczenia`), and why it is asked (`skreśl ziemniaki z listy, sąsiad przyniósł`).
 */
function joinedRequests(text: string, requests: readonly string[]): string[] {
  const places = requests.map((request) => text.indexOf(request));
  const joined: { from: number; to: number }[] = [];
  for (const [at, request] of requests.entries()) {
    const [from = -1, before] = [places[at], joined.at(-1)];
    if (from === -1) return [...requests];
    const to = from + request.length;
    const list = before === undefined ? '' : text.slice(before.from, before.to);
    const goesWith =
      before !== undefined && (isReason(request) || (namesList(list) && isThing(request)));
    if (goesWith) before.to = to;
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => text.slice(from, to));
}

/** Whether it begins with no order and no question. */
function isThing(part: string): boolean {
  const [first = ''] = part.trim().split(' ');
  return !part.includes('?') && !startsRequest(first) && readListAct(part) === null;
}

/** Whether it only tells that something came, and not what. */
function isReason(part: string): boolean {
  if (part.includes('?') || countWords(part) > MOST_WORDS_OF_REASON) return false;
  const language = messageLanguage(part);
  const told = requestsOfPantry(messageOf(part, language, ANY_DAY));
  return told.length > 0 && told.every(isAddingNothing);
}

function isAddingNothing(request: PantryRequest): boolean {
  return request.act === 'add' && request.items.every(({ product }) => product === null);
}

import { withoutOpening } from '#shared/language/opening.ts';
import { splitRequests } from '#shared/router/split-requests.ts';
import { ownWords } from './own-words.ts';
import type { ChatMessage } from './reply/chat-message.ts';
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
  const all = splitRequests(text);
  const requests = all.slice(0, MOST_REQUESTS);
  return { requests, hasMore: all.length > MOST_REQUESTS, shown, leftOut };
}

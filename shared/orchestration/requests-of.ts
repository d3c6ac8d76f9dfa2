import { splitRequests } from '#shared/router/split-requests.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import { readTopic } from './routing/topic.ts';

/** Each is answered by an agent while the person waits. */
const MOST_REQUESTS = 3;

/** What a message asks, in order. */
export interface RequestsOfMessage {
  readonly requests: readonly string[];
  /** Whether it asks more than is answered at once. */
  readonly hasMore: boolean;
}

/** The requests of a message; one for an agent that was named, and for what means harm as a whole. */
export function requestsOf({ message, agent }: ChatMessage): RequestsOfMessage {
  if (agent !== undefined || readTopic(message) !== null)
    return { requests: [message], hasMore: false };
  const all = splitRequests(message);
  return { requests: all.slice(0, MOST_REQUESTS), hasMore: all.length > MOST_REQUESTS };
}

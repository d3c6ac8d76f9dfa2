import type { TurnEvent } from '#shared/orchestration/converse.ts';
import type { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { eventId, type Received } from './event-id.ts';

/** One server-sent event of a turn. What fails after the first is an `error` event, which the entry adds. */
export interface ChatEvent {
  readonly event:
    | 'accepted'
    | 'agent'
    | 'token'
    | 'tool'
    | 'citation'
    | 'proposal'
    | 'safety'
    | 'usage'
    | 'done';
  readonly data: unknown;
  readonly id: string;
}

/** A turn as it happens; `done` holds the whole reply, as a caller without a stream gets it. */
export async function* turnEvents(turn: AsyncIterable<TurnEvent>): AsyncGenerator<ChatEvent> {
  let sending: Sending | undefined;
  for await (const event of turn) {
    if (event.type === 'accepted') {
      const { sessionId, turnId } = event;
      sending = new Sending({ turnId, text: 0, citations: 0, proposals: 0 });
      yield sending.event('accepted', { sessionId, turnId });
    } else if (event.type === 'done') yield* sending?.rest(event.reply) ?? [];
    else yield* sending?.next(event) ?? [];
  }
}

/** A turn that is over, for a client that has received a part of it, or nothing. */
export async function* replayTurn(
  reply: ChatReply,
  received: Received | null,
): AsyncGenerator<ChatEvent> {
  const { sessionId, turnId } = reply;
  const isOfTurn = received?.turnId === turnId;
  const start = { turnId, text: 0, citations: 0, proposals: 0 };
  const sending = new Sending(isOfTurn ? received : start);
  if (!isOfTurn) yield sending.event('accepted', { sessionId, turnId });
  yield* sending.rest(reply);
}

/** Sends a turn, and counts what was sent of it. */
class Sending {
  #sent: Received;
  #agent = '';
  /** What tells how things stand, as it was last told: only the newest counts. */
  readonly #told = new Map<ChatEvent['event'], string>();

  constructor(sent: Received) {
    this.#sent = sent;
  }

  event(event: ChatEvent['event'], data: unknown): ChatEvent {
    return { event, data, id: eventId(this.#sent) };
  }

  /** While the turn goes on. Proposals have ids only once the turn is kept. */
  *next(event: Exclude<TurnEvent, { type: 'accepted' | 'done' }>): Generator<ChatEvent> {
    switch (event.type) {
      case 'routed': {
        const { agent, name, confidence, source } = event.to;
        this.#agent = agent;
        yield* this.#tell('agent', { agent, intent: { name, confidence, source } });
        break;
      }
      case 'intent':
        yield* this.#tell('agent', { agent: this.#agent, intent: event.intent });
        break;
      case 'text':
        yield this.#token(event.text);
        break;
      case 'tool':
        yield this.event('tool', { name: event.name });
        break;
      case 'citation':
        yield this.#citation(event.citation);
        break;
      case 'safety':
        yield* this.#tell('safety', event.safety);
        break;
      case 'usage':
        yield* this.#tell('usage', event.usage);
        break;
    }
  }

  /** What has not been sent of a reply. */
  *rest(reply: ChatReply): Generator<ChatEvent> {
    const { agent, intent, text, citations, proposals, safety, usage } = reply;
    const sent = this.#sent;
    yield* this.#tell('agent', { agent, intent });
    if (text.length > sent.text) yield this.#token(text.slice(sent.text));
    for (const citation of citations.slice(sent.citations)) yield this.#citation(citation);
    for (const proposal of proposals.slice(sent.proposals)) {
      this.#sent = { ...this.#sent, proposals: this.#sent.proposals + 1 };
      yield this.event('proposal', proposal);
    }
    if (safety !== null) yield* this.#tell('safety', safety);
    if (usage !== null) yield* this.#tell('usage', usage);
    yield this.event('done', reply);
  }

  #token(text: string): ChatEvent {
    this.#sent = { ...this.#sent, text: this.#sent.text + text.length };
    return this.event('token', { text });
  }

  #citation(citation: unknown): ChatEvent {
    this.#sent = { ...this.#sent, citations: this.#sent.citations + 1 };
    return this.event('citation', citation);
  }

  *#tell(event: ChatEvent['event'], data: unknown): Generator<ChatEvent> {
    const now = JSON.stringify(data);
    if (this.#told.get(event) === now) return;
    this.#told.set(event, now);
    yield this.event(event, data);
  }
}

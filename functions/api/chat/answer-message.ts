import type { chatRoutes } from '#shared/chat/chat-routes.ts';
import { readEventId } from '#shared/chat/event-id.ts';
import { resumeTurn } from '#shared/chat/resume-turn.ts';
import { replayTurn, turnEvents } from '#shared/chat/turn-events.ts';
import { readPrefer } from '#shared/chat-queue/prefer.ts';
import { events, reply, type ServerEvent } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';
import { converse, replyOf, type TurnEvent } from '#shared/orchestration/converse.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { answerLater } from './request-handlers.ts';

type MessageRequest = Request<(typeof chatRoutes)['sendMessage']>;

/** What a function writes, line by line, until the signal says that nobody waits for more. */
export type StreamUntilGone = (
  name: string,
  request: object,
  options: { readonly gone: AbortSignal },
) => AsyncIterable<string>;

/** Answers messages: whole, later, or as events while the answer comes together. */
export function answersMessages(stream: StreamUntilGone, breakers: BreakerStore) {
  return async (request: MessageRequest) => {
    const later = readPrefer(request.headers.prefer);
    if (later !== null) return await answerLater(request, later);
    const gone = new AbortController();
    const { signal } = gone;
    const agents = invokeAgents(
      (name, asked) => stream(name, asked, { gone: signal }),
      breakers,
      signal,
    );
    const { household, body, locale } = request;
    const turn = converse(household, body, locale, { invoke: agents });
    if (!request.wants('text/event-stream')) return reply(200, await replyOf(turn));
    return await streamed(request, turn, () => gone.abort(new Error('The client has gone')));
  };
}

async function streamed(
  { household, headers }: MessageRequest,
  turn: AsyncGenerator<TurnEvent>,
  onGone: () => void,
) {
  const received = readEventId(headers['last-event-id']);
  // With an Idempotency-Key it is known by now that nothing runs.
  const mayRun = headers['idempotency-key'] === undefined;
  const stored = received && (await resumeTurn(household, received, mayRun));
  if (stored !== null) return events(replayTurn(stored, received), { kept });
  return events(await begun(turnEvents(turn)), { kept, onGone });
}

/** What the Idempotency-Key keeps: the last event holds the whole reply. */
function kept({ event, data }: ServerEvent) {
  return event === 'done' ? reply(200, data) : undefined;
}

/** The same events, once there is the first: what fails before it has a status of its own. */
async function begun<Event>(events: AsyncGenerator<Event>): Promise<AsyncGenerator<Event>> {
  const first = await events.next();
  return (async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* events;
  })();
}

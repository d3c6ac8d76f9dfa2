import type { chatRoutes } from '#shared/chat/chat-routes.ts';
import { readEventId } from '#shared/chat/event-id.ts';
import { resumeTurn } from '#shared/chat/resume-turn.ts';
import { replayTurn, turnEvents } from '#shared/chat/turn-events.ts';
import { events, reply, type ServerEvent } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';
import type { InvokeAgent } from '#shared/orchestration/ask-agent.ts';
import { converse, replyOf } from '#shared/orchestration/converse.ts';

type MessageRequest = Request<(typeof chatRoutes)['sendMessage']>;

/** Agents that stop answering when the signal is aborted. */
export type AgentsUntil = (gone: AbortSignal) => InvokeAgent;

/** The answer to a message, whole or as events while it comes together. */
export async function answerMessage(request: MessageRequest, agents: AgentsUntil) {
  const { household, body, locale, headers } = request;
  const gone = new AbortController();
  const turn = converse(household, body, locale, { invoke: agents(gone.signal) });
  if (!request.wants('text/event-stream')) return reply(200, await replyOf(turn));
  const received = readEventId(headers['last-event-id']);
  // With an Idempotency-Key it is known by now that nothing runs.
  const mayRun = headers['idempotency-key'] === undefined;
  const stored = received && (await resumeTurn(household, received, mayRun));
  if (stored !== null) return events(replayTurn(stored, received), { kept });
  const onGone = () => gone.abort(new Error('The client has gone'));
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

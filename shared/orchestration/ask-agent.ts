import type { RouteLabel } from '#shared/router/labels.ts';
import type { Restriction } from '#shared/statements/statement.ts';
import { tracedFilter } from '#shared/telemetry/trace.ts';
import type { BuiltAgent } from './agents/agent-table.ts';
import type { AgentEvent } from './contract/agent-event.ts';
import type { AgentRequest } from './contract/agent-request.ts';
import { AnswerGate } from './gate/answer-gate.ts';
import { type GatedEvent, gatedAnswer } from './gate/gated-answer.ts';
import type { Heard } from './hear.ts';
import type { TurnPlace } from './remember.ts';
import type { Session } from './session/load-session.ts';

/** Asks an agent; what it yields is validated and gated by the orchestration. */
export type InvokeAgent = (agent: BuiltAgent, request: AgentRequest) => AsyncIterable<unknown>;

/** What an agent answers, as far as it may be shown. */
export async function* askAgent(
  { agent, topic }: { readonly agent: BuiltAgent; readonly topic: RouteLabel | null },
  { household, message, shown, locale }: TurnPlace,
  { states, memory, proposals }: Session,
  { who, before, now, added, diners }: Heard,
  invoke: InvokeAgent,
): AsyncGenerator<GatedEvent> {
  const request: AgentRequest = {
    householdId: household.householdId,
    userId: household.userId,
    message,
    ...(shown !== undefined && shown !== '' && { shown }),
    topic,
    locale,
    ...(who !== null && { people: who.people ?? undefined, guests: who.guests }),
    restrictions: [...now],
    restrictionsBefore: [...before],
    lastPerson: memory.lastPerson,
    hasOpenProposal: proposals.open !== null,
    state: agent.readState(states.get(agent.name)),
  };
  const events = agent.tellsRestrictions
    ? invoke(agent, request)
    : telling(added, invoke(agent, request));
  const gate = new AnswerGate(diners, locale);
  yield* tracedFilter('gate', events, (heard) => gatedAnswer(heard, agent, gate, locale));
}

/** Says first what is left out from now on, where the agent would not. */
async function* telling(
  added: readonly Restriction[],
  events: AsyncIterable<unknown>,
): AsyncGenerator<unknown> {
  if (added.length > 0) yield held(added);
  yield* events;
}

function held(restrictions: readonly Restriction[]): AgentEvent {
  return { type: 'notice', notice: { about: 'held', restrictions: [...restrictions] } };
}

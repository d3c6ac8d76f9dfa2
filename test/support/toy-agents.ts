import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { InvokeAgent } from '#shared/orchestration/ask-agent.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { AgentName } from '#shared/orchestration/contract/agent-name.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { converse, replyOf } from '#shared/orchestration/converse.ts';
import type { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';

/** Agents that yield what a test says, and what each was asked. */
export function toyAgents(answers: Partial<Record<AgentName, readonly AgentEvent[]>>) {
  const asked: { readonly agent: string; readonly request: AgentRequest }[] = [];
  const invoke: InvokeAgent = async function* (agent, request) {
    asked.push({ agent: agent.name, request });
    const events = answers[agent.name];
    if (events === undefined) throw new Error(`${agent.name} was not to be asked`);
    yield* events;
  };
  return { asked, invoke };
}

export const token = (text: string): AgentEvent => ({ type: 'token', text });

/** One turn of a talk with them. */
export function turn(household: HouseholdContext, invoke: InvokeAgent, message: ChatMessage) {
  return replyOf(converse(household, message, 'pl', { invoke }));
}

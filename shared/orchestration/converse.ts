import { randomUUID } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { messageLanguage } from '#shared/language/message-language.ts';
import { agentNamed } from './agents/agent-table.ts';
import { AnswerDraft } from './answer-draft.ts';
import { askAgent, type InvokeAgent } from './ask-agent.ts';
import { decideByWords } from './decisions/decide-by-words.ts';
import { decidedTurn } from './decisions/decided-turn.ts';
import type { GatedEvent } from './gate/gated-answer.ts';
import { hear } from './hear.ts';
import { remember } from './remember.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import type { ChatReply } from './reply/chat-reply.ts';
import { type RoutedTo, route as routeByRules } from './routing/route.ts';
import { loadSession } from './session/load-session.ts';
import { chefStateOf, lastAgentOf, pantryTalkOf } from './session/session-agents.ts';

/** What a turn needs of the world. */
export interface TurnDeps {
  readonly invoke: InvokeAgent;
  readonly route?: typeof routeByRules;
}

/** What happens in a turn: a stream shows all of it as it comes, a JSON reply is the last. */
export type TurnEvent =
  | { readonly type: 'accepted'; readonly sessionId: string }
  | { readonly type: 'routed'; readonly to: RoutedTo }
  | GatedEvent
  | { readonly type: 'done'; readonly reply: ChatReply };

/**
 * One turn of a session: what the session holds is loaded; words that decide about a proposal decide;
 * else the message is routed, the agent asked, its answer gated, and the turn remembered.
 * @param preferred the caller's language, where neither the message nor the session tells
 * @throws UserError 404 for a session of another household, or a person who is not of this one; 422 for an agent that is not built
 */
export async function* converse(
  household: HouseholdContext,
  asked: ChatMessage,
  preferred: Locale,
  { invoke, route = routeByRules }: TurnDeps,
): AsyncGenerator<TurnEvent> {
  if (asked.agent !== undefined) agentNamed(asked.agent);
  const session = await loadSession(household, asked.sessionId);
  const { message } = asked;
  const locale = messageLanguage(message) ?? asked.locale ?? session.memory.locale ?? preferred;
  const place = { household, sessionId: session.id ?? randomUUID(), message, locale };
  const heard = hear(asked, session, locale);
  yield { type: 'accepted', sessionId: place.sessionId };

  const decided = await decideByWords(household, session, message, locale);
  if (decided !== null) {
    const reply = await remember(place, decidedTurn(decided, session), heard.memory);
    yield { type: 'done', reply };
    return;
  }
  const routed = route(message, {
    locale,
    asked: asked.agent,
    lastAgent: lastAgentOf(session),
    chefState: chefStateOf(session),
    pantryTalk: pantryTalkOf(session),
    heard: heard.message,
  });
  yield { type: 'routed', to: routed };
  const agent = agentNamed(routed.agent);
  const { name, confidence, source } = routed;
  const draft = new AnswerDraft({ name, confidence, source });
  for await (const event of askAgent(agent, place, session, heard, invoke)) {
    draft.add(event);
    yield event;
  }
  const memory = {
    ...heard.memory,
    restrictions: [...heard.memory.restrictions, ...draft.restrictions],
  };
  const { answer, proposals, replaces, state } = draft;
  const turn = { agent: agent.name, answer, proposals, replaces, state };
  yield { type: 'done', reply: await remember(place, turn, memory) };
}

/** The reply alone, for a caller that waits for all of it. */
export async function replyOf(turn: AsyncIterable<TurnEvent>): Promise<ChatReply> {
  for await (const event of turn) if (event.type === 'done') return event.reply;
  throw new Error('The turn ended without a reply');
}

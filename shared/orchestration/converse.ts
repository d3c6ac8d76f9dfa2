import { randomUUID } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { messageLanguage } from '#shared/language/message-language.ts';
import { tracedStep } from '#shared/telemetry/trace.ts';
import type { AnswerDeps, RequestEvent } from './answer-request.ts';
import { answerRequests } from './answer-requests.ts';
import { decideByWords } from './decisions/decide-by-words.ts';
import { decidedTurn } from './decisions/decided-turn.ts';
import { hear } from './hear.ts';
import { remember } from './remember.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import type { ChatReply } from './reply/chat-reply.ts';
import { loadSession } from './session/load-session.ts';

/** What happens in a turn: a stream shows all of it as it comes, a JSON reply is the last. */
export type TurnEvent =
  | { readonly type: 'accepted'; readonly sessionId: string; readonly turnId: string }
  | RequestEvent
  | { readonly type: 'done'; readonly reply: ChatReply };

/**
 * One turn of a session: what the session holds is loaded; words that decide about a proposal decide;
 * else each of its requests is routed, its agent asked and the answer gated; and the turn is remembered.
 * @param preferred the caller's language, where neither the message nor the session tells
 * @throws UserError 404 for a session of another household, or a person who is not of this one
 */
export async function* converse(
  household: HouseholdContext,
  asked: ChatMessage,
  preferred: Locale,
  deps: AnswerDeps,
): AsyncGenerator<TurnEvent> {
  const session = await tracedStep('load', () => loadSession(household, asked.sessionId));
  const { message } = asked;
  const locale = messageLanguage(message) ?? asked.locale ?? session.memory.locale ?? preferred;
  const { turnId } = session;
  const place = { household, sessionId: session.id ?? randomUUID(), turnId, message, locale };
  const heard = hear(asked, session, locale);
  yield { type: 'accepted', sessionId: place.sessionId, turnId };

  const decided = await decideByWords(household, session, message, locale);
  if (decided !== null) {
    const turn = decidedTurn(decided, session);
    yield { type: 'done', reply: await kept(place, turn, heard.memory, deps.alsoKeep) };
    return;
  }
  const { turn, restrictions } = yield* answerRequests(place, asked, session, heard, deps);
  const { memory } = heard;
  const all = { ...memory, restrictions: [...memory.restrictions, ...restrictions] };
  yield { type: 'done', reply: await kept(place, turn, all, deps.alsoKeep) };
}

function kept(...turn: Parameters<typeof remember>): Promise<ChatReply> {
  return tracedStep('remember', () => remember(...turn));
}

/** The reply alone, for a caller that waits for all of it. */
export async function replyOf(turn: AsyncIterable<TurnEvent>): Promise<ChatReply> {
  for await (const event of turn) if (event.type === 'done') return event.reply;
  throw new Error('The turn ended without a reply');
}

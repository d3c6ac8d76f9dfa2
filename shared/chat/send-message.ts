import { randomUUID } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { ChatMessage, ChatReply } from './chat-schema.ts';
import { ChefAnswer, type ChefQuestion } from './chef-answer.ts';
import { lastState, saveTurn } from './turn-store.ts';

/**
 * One turn of a session. The chef is the only agent so far; what it does not understand it says, and
 * no other agent is asked.
 * @param askChef invokes the agent; its answer is checked here
 * @throws UserError 404 for a session of another household
 */
export async function sendMessage(
  household: HouseholdContext,
  { message, sessionId, locale }: ChatMessage,
  preferred: Locale,
  askChef: (question: ChefQuestion) => Promise<unknown>,
): Promise<ChatReply> {
  const state = sessionId === undefined ? null : await lastState(household, sessionId);
  const { householdId } = household;
  const question: ChefQuestion = { householdId, message, locale: locale ?? preferred, state };
  const answer = ChefAnswer.parse(await askChef(question));
  return await saveTurn(household, { sessionId: sessionId ?? randomUUID(), message, answer });
}

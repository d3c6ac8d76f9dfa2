import { randomUUID } from 'node:crypto';
import { invokeFunction } from '#shared/clients/lambda.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import type { ChatMessage, ChatReply } from './chat-schema.ts';
import { ChefAnswer, type ChefQuestion } from './chef-answer.ts';
import { keepTurn, lastState } from './turn-store.ts';

/**
 * One turn of a talk. The chef is the only agent so far; what it does not understand it says, and
 * nobody else is asked.
 * @throws UserError 404 for a session of nobody here
 */
export async function talk(
  who: HouseholdContext,
  { message, sessionId, locale }: ChatMessage,
  preferred: Locale,
): Promise<ChatReply> {
  const state = sessionId === undefined ? null : await lastState(who, sessionId);
  const { householdId } = who;
  const question: ChefQuestion = { householdId, message, locale: locale ?? preferred, state };
  const answer = ChefAnswer.parse(await invokeFunction(requireEnv(ENV.chefFunction), question));
  return await keepTurn(who, { sessionId: sessionId ?? randomUUID(), message, answer });
}

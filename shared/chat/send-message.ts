import { randomUUID } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { dinersOf, type WhoEats } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { ChatMessage, ChatReply } from './chat-schema.ts';
import { ChefAnswer, type ChefQuestion } from './chef-answer.ts';
import { lastState, saveTurn } from './turn-store.ts';

/**
 * One turn of a session. The chef is the only agent so far; what it does not understand it says, and
 * no other agent is asked.
 * @param askChef invokes the agent; its answer is checked here
 * @throws UserError 404 for a session of another household, or a person who is not of this one
 */
export async function sendMessage(
  household: HouseholdContext,
  { message, sessionId, locale: asked, people, guests }: ChatMessage,
  preferred: Locale,
  askChef: (question: ChefQuestion) => Promise<unknown>,
): Promise<ChatReply> {
  const state = sessionId === undefined ? null : await lastState(household, sessionId);
  const locale = asked ?? preferred;
  const who = { people, guests };
  await requireKnown(household, who, locale);
  const { householdId } = household;
  const question: ChefQuestion = { householdId, message, locale, state, ...who };
  const answer = ChefAnswer.parse(await askChef(question));
  return await saveTurn(household, { sessionId: sessionId ?? randomUUID(), message, answer });
}

/** Before the agent is asked: what it throws is no answer to a caller. */
async function requireKnown(
  household: HouseholdContext,
  who: WhoEats,
  locale: Locale,
): Promise<void> {
  if (who.people === undefined) return;
  dinersOf(await withHousehold(household, allPeople), who, locale);
}

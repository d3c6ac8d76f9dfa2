import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { readTopic } from '#shared/orchestration/routing/topic.ts';
import { PHRASES } from './phrases.ts';

/** What the agent needs of the world. */
export interface ConversationDeps {
  /** Names of foods in the house that go first and that everybody may eat. */
  readonly toUseUp: () => Promise<readonly string[]>;
}

/** As many as can be read at a glance. */
const MAX_FOODS = 2;

/**
 * Answers what no other agent does: small talk, help, requests that would harm somebody, and everything
 * that is not understood, with what could be asked instead.
 */
export async function* conversationAgent(
  { message, locale }: Pick<AgentRequest, 'message' | 'locale'>,
  { toUseUp }: ConversationDeps,
): AsyncGenerator<AgentEvent> {
  const topic = readTopic(message) ?? 'unknown';
  const phrases = PHRASES[locale];
  const confidence = topic === 'unknown' ? 0.3 : 0.95;
  yield { type: 'intent', intent: { name: topic, confidence, source: 'rules' } };
  if (topic === 'unknown' || topic === 'help' || topic === 'greeting') {
    const foods = (await toUseUp()).slice(0, MAX_FOODS);
    const suggestions = phrases.suggestions(foods);
    yield { type: 'token', text: `${phrases.answers[topic]}\n` };
    // Each is a line by itself: the gate may withhold one and leave the others.
    for (const suggestion of suggestions)
      yield { type: 'token', text: `– ${phrases.quoted(suggestion)}\n` };
    yield { type: 'data', data: { suggestions } };
    return;
  }
  yield { type: 'token', text: phrases.answers[topic] };
  yield { type: 'data', data: { suggestions: [] } };
}

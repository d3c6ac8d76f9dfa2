import * as z from 'zod/mini';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { readTopic } from '#shared/orchestration/routing/topic.ts';
import { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { type PantryDeps, pantryTurn } from './pantry/pantry-turn.ts';
import { PHRASES } from './phrases.ts';

/** What the agent needs of the world. */
export interface ConversationDeps extends PantryDeps {
  /** Names of foods in the house that go first and that everybody may eat. */
  readonly toUseUp: () => Promise<readonly string[]>;
}

type Asked = Pick<AgentRequest, 'message' | 'locale' | 'state' | 'hasOpenProposal'>;

/** As many as can be read at a glance. */
const MAX_FOODS = 2;

/**
 * Answers what is asked of the pantry, and what no other agent does: small talk, help, requests that would harm somebody, and everything
 * that is not understood, with what could be asked instead.
 */
export async function* conversationAgent(
  request: Asked,
  { toUseUp, ...pantry }: ConversationDeps,
): AsyncGenerator<AgentEvent> {
  const { message, locale } = request;
  const said = readTopic(message);
  const state = z.safeParse(z.nullable(TalkSoFar), request.state);
  const talk = state.success ? state.data : null;
  if (said === null) {
    let understood = false;
    for await (const event of pantryTurn({ ...request, talk }, pantry)) {
      understood = true;
      yield event;
    }
    if (understood) return;
  }
  // Small talk forgets nothing of what was said of the pantry.
  yield { type: 'state', state: z.parse(z.json(), talk) };
  const topic = said ?? 'unknown';
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

import * as z from 'zod/mini';
import { readFoodRisk } from '#shared/food-safety/read-food-risk.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { readTopic } from '#shared/orchestration/routing/topic.ts';
import { NOTHING_SAID, TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import type { RouteLabel } from '#shared/router/labels.ts';
import { findProducts } from '#shared/slots/find-products.ts';
import { type PantryDeps, pantryTurn } from './pantry/pantry-turn.ts';
import { ELSEWHERE, type Elsewhere, PHRASES, type Subject } from './phrases.ts';

/** What the agent needs of the world. */
export interface ConversationDeps extends PantryDeps {
  /** Names of foods in the house that go first and that everybody may eat. */
  readonly toUseUp: () => Promise<readonly string[]>;
}

type Asked = Pick<AgentRequest, 'message' | 'locale' | 'topic' | 'state' | 'hasOpenProposal'>;

/** As many as can be read at a glance. */
const MAX_FOODS = 2;
/** What is said of these ends there; everything else goes on with what could be asked. */
const WITHOUT_SUGGESTIONS: ReadonlySet<Subject> = new Set([
  ...(['thanks', 'goodbye', 'harm', 'self-harm', 'prompt'] as const),
]);

/**
 * Answers what is asked of the pantry, and what no other agent does: small talk, help, requests that
 * would harm somebody, and everything that is not understood, with what could be asked instead.
 */
export async function* conversationAgent(
  request: Asked,
  { toUseUp, ...pantry }: ConversationDeps,
): AsyncGenerator<AgentEvent> {
  const { message, locale, topic } = request;
  const said = readTopic(message);
  const state = z.safeParse(z.nullable(TalkSoFar), request.state);
  const talk = state.success ? state.data : null;
  const risk = said === null && topic !== 'pantry' ? readFoodRisk(message) : null;
  if (risk !== null) {
    yield* adviceOn(risk, withFoodsOf(message, locale, talk));
    return;
  }
  if (said === null && (topic === null || topic === 'pantry')) {
    let understood = false;
    for await (const event of pantryTurn({ ...request, talk }, pantry)) {
      understood = true;
      yield event;
    }
    if (understood) return;
  }
  // Small talk forgets nothing of what was said of the pantry.
  yield { type: 'state', state: z.parse(z.json(), talk) };
  const subject = said ?? subjectOf(topic);
  const phrases = PHRASES[locale];
  if (topic === null || said !== null) {
    const confidence = subject === 'unknown' ? 0.3 : 0.95;
    yield { type: 'intent', intent: { name: subject, confidence, source: 'rules' } };
  }
  if (WITHOUT_SUGGESTIONS.has(subject)) {
    yield { type: 'token', text: phrases.answers[subject] };
    yield { type: 'data', data: { suggestions: [] } };
    return;
  }
  const suggestions = await suggestionsFor(subject, phrases, toUseUp);
  yield { type: 'token', text: `${phrases.answers[subject]}\n` };
  // Each is a line by itself: the gate may withhold one and leave the others.
  for (const suggestion of suggestions)
    yield { type: 'token', text: `– ${phrases.quoted(suggestion)}\n` };
  yield { type: 'data', data: { suggestions: [...suggestions] } };
}

/** What was asked about is what `binned it` means then. */
function withFoodsOf(
  message: string,
  locale: AgentRequest['locale'],
  talk: TalkSoFar | null,
): TalkSoFar | null {
  const foods = findProducts(message, locale, []).map(({ name }) => name);
  if (foods.length === 0) return talk;
  return { ...(talk ?? NOTHING_SAID), products: foods.slice(0, MAX_FOODS) };
}

function* adviceOn(risk: string, talk: TalkSoFar | null): Generator<AgentEvent> {
  yield { type: 'state', state: z.parse(z.json(), talk) };
  yield { type: 'intent', intent: { name: 'food-safety', confidence: 0.95, source: 'rules' } };
  yield { type: 'notice', notice: { about: 'food-risk', id: risk } };
  yield { type: 'data', data: { suggestions: [] } };
}

function subjectOf(topic: AgentRequest['topic']): Subject {
  return topic === null || isElsewhere(topic) ? 'unknown' : topic;
}

function isElsewhere(topic: RouteLabel): topic is Elsewhere {
  return ELSEWHERE.some((one) => one === topic);
}

async function suggestionsFor(
  subject: Subject,
  { ofPantry, suggestions }: (typeof PHRASES)['pl'],
  toUseUp: ConversationDeps['toUseUp'],
): Promise<readonly string[]> {
  if (subject === 'pantry') return ofPantry;
  return suggestions((await toUseUp()).slice(0, MAX_FOODS));
}

import type { Completion, Model, Usage } from '#shared/llm/model.ts';
import type { Notice } from '#shared/notices/notice.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import { guestsOf } from '#shared/restrictions/session-diners.ts';
import { type ChefRequest, stateBefore } from './chef-request.ts';
import type { Turn } from './chef-turn.ts';
import { gatedTurn, safetyOf } from './gated-turn.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';
import { phrasesOf } from './phrases.ts';
import { type Prose, prosePrompt, proseText } from './prompt.ts';
import { refusedNotices } from './refused-notices.ts';
import { takeMessage } from './take-message.ts';
import { whoEats, withGuests } from './who-eats.ts';

/** What the agent needs of the world. */
export interface ChefDeps {
  readonly snapshot: HouseholdSnapshot;
  readonly model?: Model | undefined;
}

interface WrittenText {
  readonly text: string;
  readonly usage: Usage | null;
  readonly degradedReason?: string;
}

/**
 * Answers one message. Rules understand it, code chooses and changes recipes; a model, where there is
 * one, words the suggestion. The chef reads what comes out for everybody who eats, whether a model or
 * the rules wrote it: it knows what to offer instead, which the gate of the orchestration does not.
 */
export async function* chefAgent(request: ChefRequest, deps: ChefDeps): AsyncGenerator<AgentEvent> {
  const { message, locale } = request;
  const before = stateBefore(request);
  const who = whoEats(request);
  const { act, turn, snapshot, profiles, found } = takeMessage(
    { ...request, state: before },
    deps.snapshot,
  );
  const confidence = act === 'unknown' ? 0.3 : 0.9;
  yield { type: 'intent', intent: { name: act, confidence, source: 'rules' } };
  if (found.length > 0) yield { type: 'restrictions', restrictions: [...found] };

  const written = await writeText(message, turn, locale, deps.model);
  const { shown, text, notes } = await gatedTurn(written.text, turn, snapshot.people, locale);
  yield* notices(turn.notes);
  if (text !== '') yield { type: 'token', text };
  yield* notices([...notes, ...refusedNotices(turn)]);

  const guests = guestsOf(turn.state?.restrictions ?? [], locale);
  for (const proposal of shown.proposals)
    yield { type: 'proposal', proposal: { ...proposal, who: withGuests(who, guests) } };
  for (const proposal of profiles) yield { type: 'proposal', proposal };
  yield* details(shown, who);
  if (written.usage !== null) yield { type: 'usage', usage: written.usage };
  if (written.degradedReason !== undefined)
    yield { type: 'degraded', reason: written.degradedReason };
}

function* notices(all: readonly Notice[]): Generator<AgentEvent> {
  for (const notice of all) yield { type: 'notice', notice };
}

/** What a program shows beside the text, and what the chef remembers. */
function* details(shown: Turn, who: ReturnType<typeof whoEats>): Generator<AgentEvent> {
  const { recipe, recipes, refused } = shown;
  yield {
    type: 'data',
    data: {
      recipes: [...recipes],
      recipe,
      refused: [...refused.recipes],
      refusedCount: refused.count,
    },
  };
  for (const { id, title } of [...(recipe === null ? [] : [recipe]), ...recipes])
    yield { type: 'citation', citation: { kind: 'recipe', id, title } };
  const safety = safetyOf(shown);
  if (safety !== null) yield { type: 'safety', safety };
  const state = shown.state === null ? null : { ...shown.state, who };
  yield { type: 'state', state };
}

/** The words of a suggestion; everything else is said as it is, model or not. */
async function writeText(
  message: string,
  turn: Turn,
  locale: ChefRequest['locale'],
  model: Model | undefined,
): Promise<WrittenText> {
  if (model === undefined) return { text: turn.text, usage: null, degradedReason: 'no-model' };
  if (turn.recipes.length === 0) return { text: turn.text, usage: null };
  const prompt = prosePrompt(message, turn, locale);
  const answer: Completion<typeof prompt.schema> = await model.complete(prompt);
  if (!answer.ok)
    return { text: turn.text, usage: answer.usage, degradedReason: `model-${answer.why}` };
  const prose: Prose = answer.value;
  const text = proseText(prose, turn, prompt.question, phrasesOf(locale).closing);
  if (text === undefined)
    return { text: turn.text, usage: answer.usage, degradedReason: 'model-invented' };
  return { text, usage: answer.usage };
}

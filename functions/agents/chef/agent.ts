import type { ChefAnswer } from '#shared/chat/chef-answer.ts';
import type { Completion, Model, Usage } from '#shared/llm/model.ts';
import type { ChefRequest, ChefResponse } from './chef-state.ts';
import { gatedTurn, safetyOf } from './gated-turn.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';
import { phrasesOf } from './phrases.ts';
import { type Prose, prosePrompt, proseText } from './prompt.ts';
import { refusedText } from './refused-text.ts';
import { guestsOf } from './session-diners.ts';
import { takeMessage } from './take-message.ts';
import type { Turn } from './turn.ts';
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
 * one, words the suggestion. The gate reads what comes out, whether a model or the rules wrote it.
 */
export async function answerQuestion(question: ChefRequest, deps: ChefDeps): Promise<ChefResponse> {
  const { message, locale } = question;
  const who = whoEats(question);
  const { act, turn, snapshot, profiles } = takeMessage(question, deps.snapshot);
  const written = await writeText(message, turn, locale, deps.model);
  const { shown, text, notes } = await gatedTurn(written.text, turn, snapshot.people, locale);
  const restrictions = turn.state?.restrictions ?? [];
  return {
    text: [...turn.notes, text, ...notes, ...refusedText(turn, locale)]
      .filter((part) => part !== '')
      .join('\n'),
    intent: {
      name: act,
      confidence: act === 'unknown' ? 0.3 : 0.9,
      source: 'rules',
    },
    data: {
      recipes: [...shown.recipes],
      recipe: shown.recipe,
      refused: [...shown.refused.recipes],
      refusedCount: shown.refused.count,
      state: shown.state === null ? null : { ...shown.state, who },
    },
    citations: citationsOf(shown),
    proposals: [
      ...shown.proposals.map((proposal) => ({
        ...proposal,
        who: withGuests(who, guestsOf(restrictions, locale)),
      })),
      ...profiles,
    ],
    safety: safetyOf(shown),
    degraded: written.degradedReason !== undefined,
    ...(written.degradedReason !== undefined && { degradedReason: written.degradedReason }),
    usage: written.usage,
  };
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

function citationsOf({ recipes, recipe }: Turn): ChefAnswer['citations'] {
  const all = [...(recipe === null ? [] : [recipe]), ...recipes];
  return all.map(({ id, title }) => ({ kind: 'recipe', id, title }));
}

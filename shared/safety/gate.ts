import type { Message } from '#shared/errors/user-error.ts';
import { checkRecipe, type Diner, type IngredientNames } from './check.ts';
import type { SafetyReport } from './report.ts';

/** All food an answer speaks of: its recipes' ingredients, and every sentence of it. */
export interface MentionedFood {
  readonly ingredients: readonly IngredientNames[];
  /** By language where it is known, as ingredients are. */
  readonly texts: readonly IngredientNames[];
}

export interface GateSteps<Answer> {
  /** Everything the answer would show or say; what is left out here is not looked at. */
  mentionedFood(answer: Answer): MentionedFood;
  /** The same request once more, without what was found; undefined when there is nothing else to say. */
  retry(found: SafetyReport): Promise<Answer | undefined>;
  /** Something known to be without it; undefined when there is none. */
  fallback(found: SafetyReport): Promise<Answer | undefined>;
}

export type Guarded<Answer> =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly report: SafetyReport;
      readonly how: 'first' | 'retry' | 'fallback';
    }
  | {
      readonly kind: 'refused';
      /** What was found in the first answer; null when it is not known who must avoid what. */
      readonly report: SafetyReport | null;
      readonly reason: Message;
    };

/**
 * Stands between an agent and the reader of its answer. An answer with something that somebody must
 * not eat is made once more without it, then replaced, then refused. Each new answer is checked as
 * the first was: no claim to have left something out is trusted.
 * @param people null when their allergies could not be read, which is not "no allergies": refused
 */
export async function guard<Answer>(
  first: Answer,
  people: readonly Diner[] | null,
  steps: GateSteps<Answer>,
): Promise<Guarded<Answer>> {
  if (people === null) return { kind: 'refused', report: null, reason: UNREADABLE };
  const check = (answer: Answer) => {
    const { ingredients, texts } = steps.mentionedFood(answer);
    return checkRecipe(ingredients, texts, people);
  };
  const found = check(first);
  if (found.effect !== 'block')
    return { kind: 'answer', answer: first, report: found, how: 'first' };
  for (const how of ['retry', 'fallback'] as const) {
    const answer = await steps[how](found);
    if (answer === undefined) continue;
    const report = check(answer);
    if (report.effect !== 'block') return { kind: 'answer', answer, report, how };
  }
  return { kind: 'refused', report: found, reason: refusal(found) };
}

const UNREADABLE: Message = {
  pl: 'Nie udało się odczytać, czego domownicy nie mogą jeść, więc nic nie podpowiadam.',
  en: 'It could not be read what people here must not eat, so nothing is suggested.',
};

function refusal({ findings }: SafetyReport): Message {
  const blocking = findings.filter(({ effect }) => effect === 'block');
  const words = [
    ...new Set(blocking.map(({ evidence, person }) => `${evidence.words} (${person.name})`)),
  ];
  const list = words.slice(0, 5).join(', ');
  return {
    pl: `Tego nie mogę zaproponować: ${list}.`,
    en: `This cannot be suggested: ${list}.`,
  };
}

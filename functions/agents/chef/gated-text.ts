import type * as z from 'zod/mini';
import type { Person } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { SafetyView } from '#shared/recipes/model/recipe-schema.ts';
import { guard } from '#shared/safety/gate.ts';
import type { Turn } from './turn.ts';

type Safety = z.infer<typeof SafetyView>;

export interface GatedText {
  readonly text: string;
  readonly refused: boolean;
}

/**
 * The text, if no person of the household must avoid what it mentions; else the same answer in words of
 * ours, then the bare titles, then a refusal that says why. The lines of a shown recipe are read too.
 */
export async function gatedText(
  text: string,
  turn: Turn,
  people: readonly Person[],
  locale: Language,
): Promise<GatedText> {
  const lines = (turn.recipe?.ingredients ?? []).map((line) => ({ [locale]: line.text }));
  const result = await guard(text, people, {
    mentionedFood: (said) => ({ ingredients: lines, texts: [{ [locale]: said }] }),
    retry: async () => (text === turn.text ? undefined : turn.text),
    fallback: async () => titlesOf(turn),
  });
  return result.kind === 'answer'
    ? { text: result.answer, refused: false }
    : { text: result.reason[locale], refused: true };
}

/** No remarks, no names of what is left out: only what is offered. */
function titlesOf({ recipes }: Turn): string | undefined {
  if (recipes.length === 0) return undefined;
  return recipes.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
}

/** What is known of the recipe that is shown, or of all that are offered together. */
export function safetyOf({ recipe, recipes }: Pick<Turn, 'recipe' | 'recipes'>): Safety | null {
  if (recipe !== null) return recipe.safety;
  if (recipes.length === 0) return null;
  const verdicts = recipes.map(({ safety }) => safety.verdict);
  const worst = (['contains', 'may-contain', 'unknown'] as const).find((one) =>
    verdicts.includes(one),
  );
  return {
    verdict: worst ?? 'none-found',
    allergens: recipes.flatMap(({ safety }) => safety.allergens),
  };
}

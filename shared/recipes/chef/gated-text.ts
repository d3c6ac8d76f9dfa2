import type * as z from 'zod/mini';
import type { Person } from '#shared/households/person.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { type SafetyReport, safetyView } from '#shared/safety/report.ts';
import type { Language } from '../recipe.ts';
import type { SafetyView } from '../recipe-schema.ts';
import type { Turn } from './turn.ts';
import { wordsOf } from './words.ts';

type Safety = z.infer<typeof SafetyView>;

export interface GatedText {
  readonly text: string;
  readonly refused: boolean;
  readonly report: SafetyReport;
}

/**
 * The first of these texts that nobody at the table must not eat; then the bare titles; then a
 * refusal with the names of those it would harm. The ingredients of what is shown are read as well.
 */
export function gatedText(
  texts: readonly string[],
  turn: Turn,
  people: readonly Person[],
  locale: Language,
): GatedText {
  const lines = (turn.recipe?.ingredients ?? []).map(({ text }) => ({ [locale]: text }));
  const candidates = [...new Set([...texts, plainOf(turn)])].filter((text) => text !== '');
  let report = checkRecipe(lines, [], people);
  for (const text of candidates) {
    report = checkRecipe(lines, [text], people);
    if (report.effect !== 'block') return { text, refused: false, report };
  }
  const harmed = report.people.filter(({ effect }) => effect === 'block').map(({ name }) => name);
  return { text: wordsOf(locale).refused(harmed), refused: true, report };
}

/** No remarks, no names of what is left out: only what is offered. */
function plainOf({ recipes }: Turn): string {
  return recipes.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
}

/** What is known of the recipe that is shown, or of all that are offered together. */
export function safetyOf({ recipe, recipes }: Turn, report: SafetyReport): Safety | null {
  if (recipe !== null) return recipe.safety;
  if (recipes.length === 0) return report.people.length === 0 ? null : safetyView(report);
  const verdicts = recipes.map(({ safety }) => safety.verdict);
  const worst = (['contains', 'may-contain', 'unknown'] as const).find((one) =>
    verdicts.includes(one),
  );
  return {
    verdict: worst ?? 'none-found',
    allergens: recipes.flatMap(({ safety }) => safety.allergens),
  };
}

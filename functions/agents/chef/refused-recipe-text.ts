import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Judgement } from '#shared/recipes/rank/judge.ts';
import { codeName } from './diet-names.ts';

const MAX_REASONS = 5;

/** `„Jajecznica” odpada: Ola – jaja („jajka”).`: what is refused, for whom and why. */
export function refusedRecipeText(
  title: string,
  allergens: Judgement['allergens'],
  language: Language,
): string {
  const reasons = allergens
    .filter(({ level }) => level !== 'unknown')
    .slice(0, MAX_REASONS)
    .map(({ person, code, evidence }) => `${person} – ${codeName(code, language)} („${evidence}”)`)
    .join(', ');
  return language === 'pl'
    ? `„${title}” odpada: ${reasons}.`
    : `“${title}” is out: ${reasons.replaceAll('„', '“')}.`;
}

import { gateFor } from '#shared/recipes/gate.ts';
import type { Judge } from '#shared/recipes/rank/judge.ts';
import { dietJudge } from '#shared/recipes/recipes.ts';
import { containsFood } from './contains-food.ts';
import type { Criteria } from './criteria.ts';

/**
 * The household's gate, the diet asked for, and what must not be in it, read as a dislike would be.
 * @param judge of everybody who eats
 */
export function judgeForRequest(
  { diet, without }: Pick<Criteria, 'diet' | 'without'>,
  judge: Judge,
): Judge {
  const judged = dietJudge(judge, diet ?? undefined);
  if (without.length === 0) return judged;
  const dislikes = without.map(({ name }) => name);
  const dislikesGate = gateFor([
    { id: 'request', name: 'request', diet: null, allergies: [], dislikes },
  ]);
  return (recipe) => {
    const unwanted =
      without.some((thing) => containsFood(recipe, thing)) ||
      dislikesGate.judge(recipe).dislikes.length > 0;
    const judgement = judged(recipe);
    return unwanted ? { ...judgement, effect: 'block', refusals: [] } : judgement;
  };
}

import { strongestEffect, worstVerdict } from '#shared/safety/report.ts';
import type { Judgement } from './judge.ts';

/** What is said of several things that are eaten together, or for several people: the worst of it counts. */
export function combineJudgements(judgements: readonly Judgement[]): Judgement {
  return {
    verdict: worstVerdict(judgements.map(({ verdict }) => verdict)),
    effect: strongestEffect(judgements.map(({ effect }) => effect)),
    allergens: judgements.flatMap(({ allergens }) => allergens),
    exempt: judgements.flatMap(({ exempt }) => exempt),
    dislikes: judgements.flatMap(({ dislikes }) => dislikes),
    refusals: judgements.flatMap(({ refusals }) => refusals),
  };
}

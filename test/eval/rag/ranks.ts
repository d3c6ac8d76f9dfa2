import type { RankedChunk } from '#shared/retrieval/find-chunks.ts';
import type { EvalChunk, EvalQuestion } from './corpus.ts';
import { answers } from './gold.ts';

/** Where the first right passage of a question is. */
export interface Ranked {
  /** From 0; undefined where it was not found. */
  readonly rank: number | undefined;
  /** Whether question and document are in two languages. */
  readonly isAcross: boolean;
}

export function rankOf(
  question: EvalQuestion,
  found: readonly RankedChunk[],
  chunks: ReadonlyMap<string, EvalChunk>,
): Ranked {
  const rank = found.findIndex(({ id }) => {
    const chunk = chunks.get(id);
    return chunk !== undefined && answers(question, chunk);
  });
  const isAcross = question.kind === 'cross-language';
  return { rank: rank < 0 ? undefined : rank, isAcross };
}

/** `recall@1 .664, recall@5 .945, MRR .790 of 110`. */
export function rankFigures(ranked: readonly Ranked[]): string {
  const within = (places: number) =>
    ranked.filter(({ rank }) => rank !== undefined && rank < places).length / ranked.length;
  const reciprocal = ranked.map(({ rank }) => (rank === undefined ? 0 : 1 / (rank + 1)));
  const mrr = reciprocal.reduce((sum, one) => sum + one, 0) / ranked.length;
  return `recall@1 ${within(1).toFixed(3)}, recall@5 ${within(5).toFixed(3)}, MRR ${mrr.toFixed(3)} of ${ranked.length}`;
}

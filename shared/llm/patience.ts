import { timeLeftMs } from '#shared/waiting/wait-limit.ts';

export interface Patience {
  /** Milliseconds for a whole answer, all tries and providers together. */
  readonly answerMs: number;
  /** Milliseconds until a stream's first piece, all tries and providers together. */
  readonly firstPieceMs: number;
  /** Milliseconds between two pieces of a stream. */
  readonly stallMs: number;
}

/** A model writes for seconds; its words are an extra that a person does not wait much longer for. */
export const PERSON: Patience = { answerMs: 12_000, firstPieceMs: 8_000, stallMs: 8_000 };

/** Nobody waits: as long as the function may run. */
export const NOBODY: Patience = {
  answerMs: Number.POSITIVE_INFINITY,
  firstPieceMs: Number.POSITIVE_INFINITY,
  stallMs: 60_000,
};

/** Milliseconds left of `ms` from now on, and of the invocation. */
export function countdown(ms: number, now: () => number): () => number {
  const end = now() + ms;
  return () => Math.min(end - now(), timeLeftMs());
}

/** Of the time left, what one try may take: half of it while others could still be asked. */
export function shareOf(leftMs: number, others: number): number {
  return others > 0 ? leftMs / 2 : leftMs;
}

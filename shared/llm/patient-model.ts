import type { Schema } from '#shared/context/schema.ts';
import type { Completion, Model, Prompt } from './model.ts';

export interface Patience {
  /** Milliseconds for which an answer is waited for. */
  readonly answerMs: number;
  /** Milliseconds for which a model that let that time run out is not asked again. */
  readonly restMs: number;
}

/** A model writes for seconds; its words are an extra that a person does not wait much longer for. */
const PATIENCE: Patience = { answerMs: 12_000, restMs: 30_000 };

/**
 * A model that is waited for so long and no longer. One that hangs makes one person of an instance wait,
 * not everybody: it rests, and those who ask meanwhile are answered without it at once.
 */
export function patientModel(model: Model, patience = PATIENCE, now = Date.now): Model {
  let restsUntil = 0;
  return {
    async complete<S extends Schema>(
      prompt: Prompt<S>,
      limit?: AbortSignal,
    ): Promise<Completion<S>> {
      if (now() < restsUntil)
        return { ok: false, why: 'unreachable', detail: 'rests', usage: null };
      const late = AbortSignal.timeout(patience.answerMs);
      const signal = limit === undefined ? late : AbortSignal.any([late, limit]);
      const answer = await model.complete(prompt, signal);
      if (late.aborted) restsUntil = now() + patience.restMs;
      return answer;
    },
  };
}

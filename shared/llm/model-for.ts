import type { Schema } from '#shared/context/schema.ts';
import type { Caller } from './caller.ts';
import type { LanguageModel } from './language-model.ts';
import type { Completion, Model, Prompt } from './model.ts';

/** The models of the installation for one caller, where a `Model` is asked for. */
export function modelFor(models: LanguageModel, caller: Caller): Model {
  return {
    async complete<S extends Schema>(
      prompt: Prompt<S>,
      signal?: AbortSignal,
    ): Promise<Completion<S>> {
      const answer = await models.generate(prompt, withSignal(caller, signal));
      if (answer.ok) return answer;
      const { unavailable: why, detail, usage } = answer;
      return { ok: false, why, detail, usage };
    },
  };
}

function withSignal(caller: Caller, signal: AbortSignal | undefined): Caller {
  const signals = [caller.signal, signal].filter((one) => one !== undefined);
  return signals.length === 0 ? caller : { ...caller, signal: AbortSignal.any(signals) };
}

import type { Schema } from '#shared/context/schema.ts';
import { checkedAnswer } from './checked-answer.ts';
import { countTokens } from './count-tokens.ts';
import type { Completion, Model, Prompt } from './model.ts';
import { shapedRequest } from './model-request.ts';
import type { Provider } from './providers/provider.ts';

const TIMEOUT_MS = 30_000;

/** One provider, asked once: no fallback, no breaker, no budget. */
export function providerModel(provider: Provider): Model {
  return {
    async complete<S extends Schema>(
      prompt: Prompt<S>,
      signal = AbortSignal.timeout(TIMEOUT_MS),
    ): Promise<Completion<S>> {
      const reply = await provider.ask(shapedRequest(prompt), signal);
      if (!reply.ok) {
        const why = reply.kind === 'unreachable' ? 'unreachable' : 'refused';
        return { ok: false, why, detail: reply.detail, usage: null };
      }
      const { inputTokens = 0, outputTokens = 0 } = reply.tokens ?? {};
      const usage = { inputTokens, outputTokens, model: provider.model };
      countTokens(provider.id, usage);
      const read = checkedAnswer(prompt.schema, reply);
      if (read.ok) return { ok: true, value: read.value, usage };
      return { ok: false, why: read.unavailable, detail: read.detail, usage };
    },
  };
}

import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { breaker } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import type { Pausing } from '#shared/waiting/retry.ts';
import { type CacheKeys, cacheKey, keepAnswer, keptAnswer } from './answer-cache.ts';
import { ask } from './ask.ts';
import type { Budget } from './budget.ts';
import type { Caller } from './caller.ts';
import { checkedAnswer } from './checked-answer.ts';
import type { Asking } from './in-order.ts';
import type { Answer, LanguageModel } from './language-model.ts';
import type { Prompt, Tier } from './model.ts';
import { shapedRequest, textRequest } from './model-request.ts';
import { NOBODY, type Patience, PERSON } from './patience.ts';
import type { Provider } from './providers/provider.ts';
import { runTools } from './run-tools.ts';
import { streamText } from './stream-text.ts';

export interface LanguageClientDeps {
  /** The providers of each tier in the order in which they are asked. */
  readonly tiers: Readonly<Record<Tier, readonly Provider[]>>;
  readonly budget: Budget;
  readonly breakers: BreakerStore;
  /** Without one every answer is asked for. */
  readonly cache?: CacheKeys | undefined;
  readonly patience?: Patience;
  readonly pausing?: Pausing;
  readonly now?: () => number;
}

/** All models of the installation as one. */
export function languageClient(deps: LanguageClientDeps): LanguageModel {
  const { tiers, budget, breakers, cache, patience, pausing, now = Date.now } = deps;
  const asking = ({ work }: Caller): Asking => ({
    budget,
    breakerOf: ({ id }) => breaker(`llm/${id}`, breakers, undefined, now),
    patience: patience ?? (work === 'background' ? NOBODY : PERSON),
    ...(pausing && { pausing }),
    now,
  });
  const providersOf = (tier: Tier = 'large') => inFallbackOrder(tiers, tier);

  async function generate<S extends Schema>(
    prompt: Prompt<S>,
    caller: Caller,
  ): Promise<Answer<z.output<S>>> {
    const { schema } = prompt;
    const providers = providersOf(prompt.tier);
    const request = shapedRequest(prompt);
    const key = cache && cacheKey(prompt, request, providers);
    if (cache && key !== undefined) {
      const kept = await keptAnswer(cache, key, schema);
      const usage = { inputTokens: 0, outputTokens: 0, model: providers[0]?.model ?? '' };
      if (kept !== undefined) return { ok: true, value: kept, usage };
    }
    const asked = await ask(providers, request, caller, asking(caller), (reply) => {
      const read = checkedAnswer(schema, reply);
      return read.ok ? { ok: true, value: { value: read.value, sent: reply.answer } } : read;
    });
    if (!asked.ok) return asked;
    const { value, sent } = asked.value;
    // A fallback's answer would stay when the first choice is back.
    if (cache && key !== undefined && asked.isFirstChoice) await keepAnswer(cache, key, sent);
    return { ok: true, value, usage: asked.usage };
  }

  return {
    generate,
    stream: (prompt, caller) =>
      streamText(providersOf(prompt.tier), textRequest(prompt), caller, asking(caller)),
    tools: (prompt, tools, caller) =>
      runTools(providersOf(prompt.tier), prompt, tools, caller, asking(caller)),
  };
}

/** The tier's own providers, then those of the other tier: a plainer or dearer answer is one, too. */
function inFallbackOrder(
  { small, large }: LanguageClientDeps['tiers'],
  tier: Tier,
): readonly Provider[] {
  const all = tier === 'small' ? [...small, ...large] : [...large, ...small];
  return [...new Map(all.map((provider) => [provider.id, provider])).values()];
}

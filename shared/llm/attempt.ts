import { type Breaker, isRefusal, type Pass } from '#shared/resilience/breaker.ts';
import { log } from '#shared/telemetry/log.ts';
import { count, measure } from '#shared/telemetry/metrics.ts';
import type { Budget, Reservation } from './budget.ts';
import type { Caller } from './caller.ts';
import { countTokens } from './count-tokens.ts';
import type { Usage } from './model.ts';
import type { ModelRequest, Provider, Tokens } from './providers/provider.ts';
import { isFault, type ProviderFailure } from './providers/provider-failure.ts';
import { estimatedTokens, mostTokens } from './token-estimate.ts';

/** What stands before and after every request to a provider. */
export interface Gates {
  readonly budget: Budget;
  readonly breakerOf: (provider: Provider) => Breaker;
}

/** What came of a request that was sent. */
export interface Outcome {
  /** `cancelled`: the caller went away, which says nothing about the provider. */
  readonly how: 'answered' | 'cancelled' | ProviderFailure;
  /** As the provider counted them. */
  readonly tokens?: Tokens | undefined;
  /** Text that came of it; undefined where that is not known. */
  readonly received?: string | undefined;
}

/** A request that may be sent now. */
export interface Attempt {
  readonly ok: true;
  /** Tells breaker, budget and metrics what came of it. @returns the tokens it took */
  finish(outcome: Outcome): Promise<Usage>;
}

export type Begun =
  | Attempt
  | { readonly ok: false; readonly unavailable: 'rests' | 'budget-used-up' | 'budget-away' };

/** Asks the breaker for leave and the budget for tokens. Every request to a provider passes here. */
export async function beginAttempt(
  provider: Provider,
  request: ModelRequest,
  caller: Caller,
  { budget, breakerOf }: Gates,
): Promise<Begun> {
  const pass = await breakerOf(provider).enter();
  if (isRefusal(pass)) return { ok: false, unavailable: 'rests' };
  const reserved = await budget.reserve(caller, mostTokens(request));
  if (!reserved.ok) {
    await pass.abandoned();
    return reserved;
  }
  return { ok: true, finish: (outcome) => finish(provider, request, pass, reserved, outcome) };
}

async function finish(
  { id, model }: Provider,
  request: ModelRequest,
  pass: Pass,
  reserved: Reservation,
  outcome: Outcome,
): Promise<Usage> {
  const { how } = outcome;
  const used = usedTokens(request, outcome);
  const failed = how !== 'answered';
  count('ModelCalls');
  if (failed) count('ModelFailures');
  measure('ModelInputTokens', used.inputTokens);
  measure('ModelOutputTokens', used.outputTokens);
  countTokens(id, used);
  const [why, detail] = typeof how === 'string' ? [how, undefined] : [how.kind, how.detail];
  const estimated = outcome.tokens === undefined;
  log[failed ? 'warn' : 'info']('A model was asked', {
    model: id,
    why,
    detail,
    ...used,
    estimated,
  });
  await reserved.settle(used, failed);
  if (how === 'answered') await pass.succeeded();
  else if (how === 'cancelled') await pass.abandoned();
  else await (isFault(how) ? pass.failed() : pass.succeeded());
  return { ...used, model };
}

function usedTokens(request: ModelRequest, { how, tokens, received }: Outcome): Tokens {
  if (tokens !== undefined) return tokens;
  const isFree = typeof how === 'object' && !how.mayBeBilled;
  return isFree ? { inputTokens: 0, outputTokens: 0 } : estimatedTokens(request, received);
}

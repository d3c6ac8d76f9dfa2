import { PAUSING, type Pausing, retry } from '#shared/waiting/retry.ts';
import { type Attempt, beginAttempt, type Gates } from './attempt.ts';
import type { Caller } from './caller.ts';
import type { NoAnswer } from './language-model.ts';
import type { Unavailable, Usage } from './model.ts';
import { countdown, type Patience, shareOf } from './patience.ts';
import type { ModelRequest, Provider } from './providers/provider.ts';
import { isRetryable, type ProviderFailure } from './providers/provider-failure.ts';

/** What asking providers needs besides them. */
export interface Asking extends Gates {
  readonly patience: Patience;
  readonly pausing?: Pausing;
  readonly now: () => number;
}

/** Why a try gave nothing. */
export interface Failed {
  readonly ok: false;
  readonly unavailable: Unavailable;
  readonly detail: string;
  readonly usage: Usage | null;
  /** `same`: the same provider may answer; `next`: another may; `none`: nobody is asked any more. */
  readonly retryWith: 'same' | 'next' | 'none';
  readonly retryAfterMs?: number | undefined;
}

export type Tried<T> = { readonly ok: true; readonly value: T } | Failed;

/** What a provider gave. */
export interface Found<T> {
  readonly ok: true;
  readonly value: T;
  /** Tokens of the tries before it. */
  readonly spent: Usage | null;
  /** Which of the providers it was. */
  readonly at: number;
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 250;
/** Who waits longer than this for an answer had better have one without the model. */
const MAX_PAUSE_MS = 4_000;

/**
 * Tries providers in their order, each up to three times, until `work` has something. This is the one
 * retry layer: nothing below it tries again.
 * @param totalMs for all tries together
 */
export async function inOrder<T>(
  providers: readonly Provider[],
  request: ModelRequest,
  caller: Caller,
  { totalMs, ...asking }: Asking & { readonly totalMs: number },
  work: (attempt: Attempt, provider: Provider, limitMs: number) => Promise<Tried<T>>,
): Promise<Found<T> | NoAnswer> {
  const leftMs = countdown(totalMs, asking.now);
  const signal = caller.signal ?? new AbortController().signal;
  let spent: Usage | null = null;
  let last: Failed = { ...none('no-model', 'none is configured'), retryWith: 'none' };

  for (const [at, provider] of providers.entries()) {
    const others = providers.length - at - 1;
    const result = await retry<Tried<T>>(
      async () => {
        if (signal.aborted) return cancelled(null);
        const limitMs = shareOf(leftMs(), others);
        if (limitMs <= 0) return { ...none('unreachable', 'no time is left'), retryWith: 'none' };
        const begun = await beginAttempt(provider, request, caller, asking);
        if (!begun.ok) return notBegun(begun.unavailable);
        const tried = await work(begun, provider, limitMs);
        if (!tried.ok) spent = plus(spent, tried.usage);
        return tried;
      },
      (tried) =>
        tried.ok || tried.retryWith !== 'same' ? undefined : { afterMs: tried.retryAfterMs ?? 0 },
      {
        attempts: ATTEMPTS,
        firstPauseMs: FIRST_PAUSE_MS,
        maxPauseMs: MAX_PAUSE_MS,
        leftMs: () => shareOf(leftMs(), others),
        signal,
      },
      asking.pausing ?? PAUSING,
    );
    if (result.ok) return { ...result, spent, at };
    last = result;
    if (last.retryWith === 'none') break;
  }
  return { ok: false, unavailable: last.unavailable, detail: last.detail, usage: spent };
}

/** The caller went away. */
export function cancelled(usage: Usage | null): Failed {
  return { ...none('cancelled', 'the caller went away'), usage, retryWith: 'none' };
}

/**
 * A provider that did not answer.
 * @param limit of the try: one that was silent for all of its time is not asked again
 */
export function failedBy(failure: ProviderFailure, usage: Usage, limit: AbortSignal): Failed {
  const { kind, detail, retryAfterMs } = failure;
  const unavailable = kind === 'unreachable' ? 'unreachable' : 'refused';
  const retryWith = isRetryable(failure) && !limit.aborted ? 'same' : 'next';
  return { ok: false, unavailable, detail, usage, retryWith, retryAfterMs };
}

function notBegun(why: 'rests' | 'budget-used-up' | 'budget-away'): Failed {
  return why === 'rests'
    ? { ...none('unreachable', 'rests after failures'), retryWith: 'next' }
    : { ...none(why, why), retryWith: 'none' };
}

function none(unavailable: Unavailable, detail: string) {
  return { ok: false, unavailable, detail, usage: null } as const;
}

/** The tokens of both; the model is the one asked last. */
export function plus(before: Usage | null, usage: Usage | null): Usage | null {
  if (before === null || usage === null) return usage ?? before;
  return {
    inputTokens: before.inputTokens + usage.inputTokens,
    outputTokens: before.outputTokens + usage.outputTokens,
    model: usage.model,
  };
}

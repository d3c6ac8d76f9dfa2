/**
 * Why there is no answer. `unreachable`: none came in time; `busy`: come back later; `broken`: an error of
 * the service, or an answer that cannot be read; `denied`: not with this key or model; `rejected`: not this
 * request, another may do.
 */
export type FailureKind = 'unreachable' | 'busy' | 'broken' | 'denied' | 'rejected';

export interface ProviderFailure {
  readonly ok: false;
  readonly kind: FailureKind;
  /** A status or the name of an error: messages may quote what was asked. */
  readonly detail: string;
  /** How long the service wants to be left alone, where it says so. */
  readonly retryAfterMs?: number | undefined;
  /** Whether a model may have worked for it, so that its tokens are paid for. */
  readonly mayBeBilled: boolean;
}

/** Whether the same request may be answered when it is sent again. */
export function isRetryable({ kind }: ProviderFailure): boolean {
  return kind === 'unreachable' || kind === 'busy' || kind === 'broken';
}

/** Whether it says something about the service, and not about the request alone. */
export function isFault({ kind }: ProviderFailure): boolean {
  return kind !== 'rejected';
}

/** An HTTP status other than success; no model worked for it. */
export function statusFailure(
  status: number,
  detail = `status ${status}`,
  retryAfterMs?: number,
): ProviderFailure {
  return { ok: false, kind: kindOf(status), detail, retryAfterMs, mayBeBilled: false };
}

function kindOf(status: number): FailureKind {
  if (status === 408 || status === 429 || status === 503) return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'denied';
  return status >= 500 ? 'broken' : 'rejected';
}

/** A service that answered what cannot be read. */
export function unreadable(detail: string): ProviderFailure {
  return { ok: false, kind: 'broken', detail, mayBeBilled: true };
}

/** Nothing, or no more, came from a service: the connection failed or the wait for it was over. */
export function unreachable(error: unknown): ProviderFailure {
  const detail = error instanceof Error ? error.name : 'unknown';
  return { ok: false, kind: 'unreachable', detail, mayBeBilled: !wasNeverSent(error) };
}

/** Errors of a connection that was never made. fetch hides them in `cause`. */
function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/.test(code) || wasNeverSent(error.cause)
  );
}

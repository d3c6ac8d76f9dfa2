import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import { retryAfterMs } from '#shared/waiting/retry-after.ts';
import {
  type ProviderFailure,
  statusFailure,
  unreachable,
  unreadable,
} from './provider-failure.ts';

const MAX_BYTES = 1_000_000;

/** API key of a server: read when it is first needed, and again after the server rejected it. */
export interface ServerKey {
  read(): Promise<string>;
  forget(): void;
}

/**
 * Sends JSON to the configured model server. It may be in a private network, which the outbound client
 * refuses; the address never comes from a user.
 * @returns the response of a success, its body unread
 */
export async function post(
  url: string,
  body: unknown,
  key: ServerKey | undefined,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly response: Response } | ProviderFailure> {
  const secret = key && (await key.read().catch(unreadableKey));
  if (typeof secret === 'object') return secret;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
        ...traceHeaders(),
      },
      body: JSON.stringify(body),
      signal,
    });
    if (response.ok) return { ok: true, response };
    if (response.status === 401) key?.forget(); // the key may have been rotated
    await response.body?.cancel();
    const after = retryAfterMs(response.headers.get('retry-after'));
    return statusFailure(response.status, undefined, after);
  } catch (error) {
    return unreachable(error);
  }
}

/** By what the server's own log can be compared with ours. */
function traceHeaders(): Record<string, string> {
  const trace = currentTrace();
  if (trace === undefined) return {};
  return { 'x-request-id': trace.requestId, traceparent: trace.traceparent };
}

/** The JSON that the server answers. */
export async function postJson(
  url: string,
  body: unknown,
  key: ServerKey | undefined,
  { signal, maxBytes = MAX_BYTES }: { readonly signal: AbortSignal; readonly maxBytes?: number },
): Promise<{ readonly ok: true; readonly value: unknown } | ProviderFailure> {
  const posted = await post(url, body, key, signal);
  if (!posted.ok) return posted;
  try {
    return { ok: true, value: JSON.parse((await posted.response.text()).slice(0, maxBytes)) };
  } catch (error) {
    return error instanceof SyntaxError ? unreadable('no JSON') : unreachable(error);
  }
}

/** The result when the key cannot be read. Only the error's name is included: its text may quote the secret. */
function unreadableKey(error: unknown): ProviderFailure {
  const name = error instanceof Error ? error.name : 'unknown';
  const detail = `the key cannot be read (${name})`;
  return { ok: false, kind: 'denied', detail, mayBeBilled: false };
}

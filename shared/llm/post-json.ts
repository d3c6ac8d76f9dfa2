const TIMEOUT_MS = 30_000;
const MOST_BYTES = 1_000_000;

export type Posted =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'unreachable' | 'refused'; readonly detail: string };

/** What a call may take; by default what a chat may. */
export interface Bounds {
  readonly signal?: AbortSignal;
  readonly mostBytes?: number;
}

/** What a server asks of whoever may use it: read when it is first needed, and again once it was refused. */
export interface ServerKey {
  read(): Promise<string>;
  forget(): void;
}

/**
 * Sends JSON to the model server that whoever installed the system named. It may lie in the own
 * network, which the outbound client never enters; no address of a user ever comes here.
 */
export async function postJson(
  url: string,
  body: unknown,
  key: ServerKey | undefined,
  { signal = AbortSignal.timeout(TIMEOUT_MS), mostBytes = MOST_BYTES }: Bounds = {},
): Promise<Posted> {
  const secret = key && (await key.read().catch(unread));
  if (typeof secret === 'object') return secret;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
    const text = (await response.text()).slice(0, mostBytes);
    if (response.status === 401) key?.forget(); // it may have been changed
    if (!response.ok) return { ok: false, why: 'refused', detail: `status ${response.status}` };
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'refused', detail: 'no JSON' };
    return {
      ok: false,
      why: 'unreachable',
      detail: error instanceof Error ? error.name : 'unknown',
    };
  }
}

/** A key that cannot be read opens nothing. Only the error's name is told: its text may quote the secret. */
function unread(error: unknown): Posted {
  const name = error instanceof Error ? error.name : 'unknown';
  return { ok: false, why: 'refused', detail: `the key cannot be read (${name})` };
}

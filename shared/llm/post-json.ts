const TIMEOUT_MS = 30_000;
const MAX_BYTES = 1_000_000;

export type PostResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'unreachable' | 'refused'; readonly detail: string };

/** Limits of a call; the defaults suit a chat completion. */
export interface PostLimits {
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
}

/** API key of a server: read when it is first needed, and again after the server rejected it. */
export interface ServerKey {
  read(): Promise<string>;
  forget(): void;
}

/**
 * Sends JSON to the configured model server. It may be in a private network, which the outbound client
 * refuses; the address never comes from a user.
 */
export async function postJson(
  url: string,
  body: unknown,
  key: ServerKey | undefined,
  { signal = AbortSignal.timeout(TIMEOUT_MS), maxBytes = MAX_BYTES }: PostLimits = {},
): Promise<PostResult> {
  const secret = key && (await key.read().catch(unreadableKey));
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
    const text = (await response.text()).slice(0, maxBytes);
    if (response.status === 401) key?.forget(); // the key may have been rotated
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

/** The result when the key cannot be read. Only the error's name is included: its text may quote the secret. */
function unreadableKey(error: unknown): PostResult {
  const name = error instanceof Error ? error.name : 'unknown';
  return { ok: false, why: 'refused', detail: `the key cannot be read (${name})` };
}

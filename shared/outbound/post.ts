import { isRefusedAddress, type Network, publicInternet } from './network.ts';
import { failure, type OutboundFailure } from './outbound-failure.ts';
import { send } from './send.ts';
import { targetOf } from './target.ts';

export interface OutboundPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
  /** For everything together; 10 s by default. */
  readonly timeoutMs?: number;
  /** Plain http too. */
  readonly allowHttp?: boolean;
}

const TIMEOUT_MS = 10_000;

let internet: Network | undefined;

/**
 * Sends JSON to a server outside of this system, by the same rules as `fetchOutbound`: https, public
 * addresses on standard ports. A redirect is not followed, for it would take the body somewhere else; what
 * the server answers besides its status is not read.
 * @param network the public internet by default
 */
export async function postOutbound(
  { url, headers, body, timeoutMs = TIMEOUT_MS, allowHttp = false }: OutboundPost,
  network?: Network,
): Promise<{ readonly ok: true; readonly status: number } | OutboundFailure> {
  internet ??= publicInternet();
  const over = network ?? internet;
  const target = targetOf(url, undefined, allowHttp, over);
  if (!target.ok) return target;
  const signal = AbortSignal.timeout(timeoutMs);
  const request = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  } as const;
  try {
    const response = await send(target.url, request, over, signal);
    response.destroy();
    return { ok: true, status: response.statusCode ?? 0 };
  } catch (error) {
    if (isRefusedAddress(error)) return failure('address-refused', String(error));
    if (signal.aborted) return failure('timeout', target.url.host);
    return failure('unreachable', String(error));
  }
}

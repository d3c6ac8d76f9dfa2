import type { IncomingMessage } from 'node:http';
import { ACCEPT_ENCODING, readBody } from './body.ts';
import { isRefusedAddress, type Network, publicInternet } from './network.ts';
import { failure, type OutboundFailure } from './outbound-failure.ts';
import { send } from './send.ts';
import { targetOf } from './target.ts';

export interface OutboundRequest {
  readonly url: string;
  /** Accepted media types: `['application/json']`; a body of any other type is not read. */
  readonly accept: readonly string[];
  /** Of the decompressed body; 2 MB by default. */
  readonly maxBytes?: number;
  /** For everything together: DNS, redirects, body; 10 s by default. */
  readonly timeoutMs?: number;
  /** Plain http too, for pages that a person names. */
  readonly allowHttp?: boolean;
  /** `accept-language`, `if-none-match`. Cookies are never sent. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OutboundAnswer {
  readonly ok: true;
  /** As the server gave it: 404 is an answer, not a failure. */
  readonly status: number;
  /** Where the redirects ended. */
  readonly url: string;
  readonly mediaType: string;
  /** Parameter of the content type, lower case; `utf-8` when it says nothing. */
  readonly charset: string;
  readonly bytes: Buffer;
}

const MAX_REDIRECTS = 3;
const MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

let internet: Network | undefined;

/**
 * The only way to read from servers outside of this system (`postOutbound` sends). GET, https only by default, public addresses on
 * standard ports, at most three redirects, each checked like the first address. It does not throw for
 * failures of the server.
 * @param network the public internet by default
 */
export async function fetchOutbound(
  request: OutboundRequest,
  network?: Network,
): Promise<OutboundAnswer | OutboundFailure> {
  internet ??= publicInternet();
  const over = network ?? internet;
  const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  try {
    return await follow(request, over, signal);
  } catch (error) {
    if (isRefusedAddress(error)) return failure('address-refused', String(error));
    if (signal.aborted) return failure('timeout', request.url.slice(0, 200));
    return failure('unreachable', String(error));
  }
}

async function follow(
  request: OutboundRequest,
  network: Network,
  signal: AbortSignal,
): Promise<OutboundAnswer | OutboundFailure> {
  const get = {
    method: 'GET',
    headers: {
      ...request.headers,
      accept: request.accept.join(', '),
      'accept-encoding': ACCEPT_ENCODING,
    },
  } as const;
  let from: URL | undefined;
  let address = request.url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const target = targetOf(address, from, request.allowHttp ?? false, network);
    if (!target.ok) return target;
    const response = await send(target.url, get, network, signal);
    const { statusCode = 0, headers } = response;
    if (!REDIRECTS.has(statusCode) || headers.location === undefined) {
      return await answerOf(target.url, response, request);
    }
    response.destroy();
    from = target.url;
    address = headers.location;
  }
  return failure('too-many-redirects', address.slice(0, 200));
}

async function answerOf(
  url: URL,
  response: IncomingMessage,
  { accept, maxBytes }: OutboundRequest,
): Promise<OutboundAnswer | OutboundFailure> {
  const contentType = response.headers['content-type'] ?? '';
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (!accept.includes(mediaType)) {
    response.destroy();
    return failure('type-refused', mediaType.slice(0, 80));
  }
  const body = await readBody(response, maxBytes ?? MAX_BYTES);
  if (!body.ok) return body;
  const charset = /;\s*charset="?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  const status = response.statusCode ?? 0;
  return { ok: true, status, url: url.href, mediaType, charset, bytes: body.bytes };
}

/** The body as text, in the charset it was sent in; an unknown charset is read as UTF-8. */
export function textOf({ bytes, charset }: Pick<OutboundAnswer, 'bytes' | 'charset'>): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

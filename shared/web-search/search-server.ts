import { configuredServer, type Network, publicInternet } from '#shared/outbound/network.ts';
import { type fetchOutbound, textOf } from '#shared/outbound/outbound.ts';
import { breaker, isRefusal } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { log } from '#shared/telemetry/log.ts';
import { noteSilence, waitMs, wasSilent } from '#shared/waiting/wait-limit.ts';
import type { WebAnswer, WebHit } from './web-hit.ts';

/** What asking a server needs of the world. */
export interface SearchServerDeps {
  readonly outbound: typeof fetchOutbound;
  readonly breakers: BreakerStore;
}

export interface SearchServer {
  /** Of its breaker: `web/wikipedia-pl`. */
  readonly name: string;
  readonly base: URL;
  /** Of the operator's own, so it may stand in a private network. */
  readonly isOwn: boolean;
}

const MAX_BYTES = 300_000;
/** A person waits, and more than one server may be asked. */
const MAX_WAIT_MS = 4_000;

/**
 * Asks a server for pages; it is the only one that may answer, redirects included. One that fails three
 * times in a row is left alone for a minute.
 * @param read what of its answer are pages; undefined when it is none
 */
export async function askServer(
  { name, base, isOwn }: SearchServer,
  question: string,
  { outbound, breakers }: SearchServerDeps,
  read: (json: unknown) => WebHit[] | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebAnswer> {
  if (wasSilent(base.host)) return { failed: 'it was silent before' };
  const entry = await breaker(name, breakers).enter();
  if (isRefusal(entry)) return { failed: 'its breaker is open' };
  const got = await outbound(
    {
      url: `${base.origin}${base.pathname.replace(/\/$/, '')}${question}`,
      accept: ['application/json'],
      maxBytes: MAX_BYTES,
      timeoutMs: Math.min(MAX_WAIT_MS, waitMs()),
      allowHttp: base.protocol === 'http:',
      headers,
    },
    networkOf(base, isOwn),
  );
  if (!got.ok && got.reason === 'timeout') noteSilence(base.host);
  const hits = got.ok && got.status === 200 ? read(parsed(textOf(got))) : undefined;
  if (hits !== undefined) {
    await entry.succeeded();
    return { hits };
  }
  await entry.failed();
  const failed = got.ok
    ? `status ${got.status}, or an answer of another form`
    : `${got.reason}: ${got.detail}`;
  log.warn('A search server gave no pages', { server: name, reason: failed });
  return { failed };
}

function networkOf(base: URL, isOwn: boolean): Network {
  return isOwn ? configuredServer(base) : { ...publicInternet(), origin: base.origin };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it
  }
}

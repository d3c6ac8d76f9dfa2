import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** What a request may travel over. Tests give one of their own; nothing else does. */
export interface Network {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  readonly ports: ReadonlySet<number>;
}

/**
 * The public internet and nothing behind it. The agents look at the address a name was resolved to
 * at the moment of connecting, so neither a spelling of an address nor a name that changes its mind
 * between check and use gets past them.
 * @param lookup how names are resolved; the system's way when left out
 */
export function publicInternet(lookup?: LookupFunction): Network {
  const options = lookup === undefined ? {} : { lookup };
  return {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent(options),
    ports: new Set([80, 443]),
  };
}

/** Whether an error of a connection is the agents' refusal of its address. They throw plain errors. */
export function isRefusedAddress(error: unknown): boolean {
  return error instanceof Error && error.message.includes('is not allowed. Because');
}

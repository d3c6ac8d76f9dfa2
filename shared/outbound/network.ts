import { lookup as systemLookup } from 'node:dns';
import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
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
export function publicInternet(lookup: LookupFunction = systemLookup): Network {
  const options = { lookup: withoutDisguise(lookup) };
  return {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent(options),
    ports: new Set([80, 443]),
  };
}

const DISGUISES = new BlockList();
DISGUISES.addSubnet('::', 96, 'ipv6');

/** `::127.0.0.1`: IPv4 written as IPv6 in the way of RFC 4291, 2.5.5.1, which the agents let pass. */
export function isDisguised(address: string): boolean {
  return isIPv6(address) && DISGUISES.check(address, 'ipv6');
}

function withoutDisguise(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = error === null && addresses.some(isDisguised);
      callback(refused ? new Error(`${hostname} ${REFUSED}`) : error, found, family);
    });
  };
}

/** In the words of the agents, which throw plain errors. */
const REFUSED = 'is not allowed. Because it is IPv4 in disguise.';

/** Whether an error of a connection is the refusal of its address. */
export function isRefusedAddress(error: unknown): boolean {
  return error instanceof Error && error.message.includes('is not allowed. Because');
}

import { lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** The agents and ports that a request may use: the public internet, or one server. */
export interface Network {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  readonly ports: ReadonlySet<number>;
  /** The only one that may be asked, redirects included; any without it. */
  readonly origin?: string;
}

/**
 * Public addresses only. The agents check the resolved address at the moment of connecting, so neither
 * an unusual spelling of an address nor DNS rebinding gets past them.
 * @param lookup resolves names; the system's resolver by default
 */
export function publicInternet(lookup: LookupFunction = systemLookup): Network {
  const options = { lookup: refusingIpv4Compatible(lookup) };
  return {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent(options),
    ports: new Set([80, 443]),
  };
}

/**
 * One server that whoever operates the system named: it may stand in a private network and listen on any
 * port, and leads nowhere else.
 */
export function configuredServer({ origin, port, protocol }: URL): Network {
  const standard = protocol === 'https:' ? 443 : 80;
  return {
    http: new HttpAgent(),
    https: new HttpsAgent(),
    ports: new Set([port === '' ? standard : Number(port)]),
    origin,
  };
}

const IPV4_COMPATIBLE = new BlockList();
IPV4_COMPATIBLE.addSubnet('::', 96, 'ipv6');

/** `::127.0.0.1`: an IPv4-compatible IPv6 address (RFC 4291, 2.5.5.1), which the agents do not refuse. */
export function isIpv4Compatible(address: string): boolean {
  return isIPv6(address) && IPV4_COMPATIBLE.check(address, 'ipv6');
}

function refusingIpv4Compatible(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = error === null && addresses.some(isIpv4Compatible);
      callback(refused ? new Error(`${hostname} ${REFUSED}`) : error, found, family);
    });
  };
}

/** Worded like the agents' own errors, which have no code. */
const REFUSED = 'is not allowed. Because it is IPv4 in disguise.';

/** Whether an error of a connection is the refusal of its address. */
export function isRefusedAddress(error: unknown): boolean {
  return error instanceof Error && error.message.includes('is not allowed. Because');
}

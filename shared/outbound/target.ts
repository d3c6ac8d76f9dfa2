import { isIpv4Compatible, type Network } from './network.ts';
import { failure, type OutboundFailure } from './outbound-failure.ts';

export interface Target {
  readonly ok: true;
  readonly url: URL;
}

/**
 * Checks an address before anything is sent, and every redirect. The resolved address is checked by the
 * network's agents at the moment of connecting.
 */
export function targetOf(
  address: string,
  from: URL | undefined,
  allowHttp: boolean,
  { ports, origin }: Pick<Network, 'ports' | 'origin'>,
): Target | OutboundFailure {
  if (!URL.canParse(address, from?.href)) return failure('malformed-address', 'no URL');
  const url = new URL(address, from);
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) {
    return failure('scheme-refused', `${url.protocol} of ${url.host}`);
  }
  if (url.username !== '' || url.password !== '') {
    return failure('credentials-refused', `credentials for ${url.host}`);
  }
  if (isIpv4Compatible(url.hostname.replace(/^\[|\]$/g, ''))) {
    return failure('address-refused', url.host);
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!ports.has(port)) return failure('port-refused', `${url.host}`);
  if (origin !== undefined && url.origin !== origin) return failure('address-refused', url.host);
  url.hash = '';
  return { ok: true, url };
}

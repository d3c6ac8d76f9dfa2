import { isDisguised, type Network } from './network.ts';
import { failure, type OutboundFailure } from './outbound-failure.ts';

export interface Target {
  readonly ok: true;
  readonly url: URL;
}

/**
 * Looks at an address before anything is sent; every redirect comes through here again. Where the
 * name leads is for the network's agents to judge, at the moment of connecting.
 */
export function targetOf(
  address: string,
  from: URL | undefined,
  allowHttp: boolean,
  { ports }: Pick<Network, 'ports'>,
): Target | OutboundFailure {
  if (!URL.canParse(address, from?.href)) return failure('malformed-address', 'no URL');
  const url = new URL(address, from);
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) {
    return failure('scheme-refused', `${url.protocol} of ${url.host}`);
  }
  if (url.username !== '' || url.password !== '') {
    return failure('credentials-refused', `credentials for ${url.host}`);
  }
  if (isDisguised(url.hostname.replace(/^\[|\]$/g, ''))) {
    return failure('address-refused', url.host);
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!ports.has(port)) return failure('port-refused', `${url.host}`);
  url.hash = '';
  return { ok: true, url };
}

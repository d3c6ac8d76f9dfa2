import type { ProxyEvent } from './exchange.ts';
import type { Headers } from './header-names.ts';

/**
 * The address below which the API is reached, as the caller sees it: with the stage, or with the base
 * path of a domain of one's own. `https://abc.execute-api.eu-central-1.amazonaws.com/v`.
 */
export function baseUrlOf(event: ProxyEvent, headers: Headers): string {
  const { domainName, path = '' } = event.requestContext;
  const base = path.endsWith(event.path) ? path.slice(0, -event.path.length) : '';
  if (domainName === undefined) return base === '' ? '/' : base;
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${domainName}${base}`;
}

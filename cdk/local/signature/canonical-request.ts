import type { SignedRequest } from './verify.ts';

/** The text that Signature Version 4 signs: the path as sent for S3, encoded once more for all others. */
export function canonicalRequest(
  request: SignedRequest,
  service: string,
  url: URL,
  signedHeaders: readonly string[],
  bodyHash: string,
): string {
  const headers = signedHeaders.map((name) => `${name}:${headerOf(request, name)}\n`).join('');
  const sent = request.target.split('?', 1)[0] ?? '/';
  const path = service === 's3' ? sent : sent.split('/').map(encode).join('/');
  return [
    request.method,
    path,
    canonicalQuery(url.searchParams),
    headers,
    signedHeaders.join(';'),
    bodyHash,
  ].join('\n');
}

function headerOf(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ');
}

function canonicalQuery(params: URLSearchParams): string {
  return [...params]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** By code unit, as AWS sorts; `localeCompare` would not. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** RFC 3986: all but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

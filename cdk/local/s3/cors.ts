import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CorsRule } from './bucket-config.ts';

/** Sets the cross-origin headers that the bucket's rules allow. @returns whether a rule allowed it. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  rules: readonly CorsRule[],
): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  const method = request.headers['access-control-request-method'] ?? request.method ?? 'GET';
  const asked = (request.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim());
  const rule = rules.find(
    (one) =>
      one.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      one.allowedMethods.includes(method) &&
      asked.every(
        (name) => name === '' || one.allowedHeaders.some((pattern) => matches(pattern, name)),
      ),
  );
  if (rule === undefined) return false;
  response.setHeader(
    'access-control-allow-origin',
    rule.allowedOrigins.includes('*') ? '*' : origin,
  );
  response.setHeader('access-control-allow-methods', rule.allowedMethods.join(', '));
  response.setHeader('access-control-allow-headers', asked.join(', '));
  response.setHeader('access-control-expose-headers', rule.exposedHeaders.join(', '));
  if (rule.maxAgeSeconds !== undefined) {
    response.setHeader('access-control-max-age', String(rule.maxAgeSeconds));
  }
  response.setHeader('vary', 'Origin');
  return true;
}

/** S3's patterns hold at most one `*`. */
function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.toLowerCase().split('*');
  const value = text.toLowerCase();
  if (after === undefined) return value === before;
  return (
    value.length >= before.length + after.length &&
    value.startsWith(before) &&
    value.endsWith(after)
  );
}

/**
 * Milliseconds of a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3). `undefined` without
 * one, or where it says neither.
 */
export function retryAfterMs(
  header: string | null | undefined,
  now: () => number = Date.now,
): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now());
}

import type { IncomingHttpHeaders } from 'node:http';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { noSuchKey, preconditionFailed } from './errors.ts';
import type { StoredObject } from './object-store.ts';

/** `If-None-Match: *` and `If-Match: "etag"` on a write. @throws ServiceError 412, or 404 for If-Match on nothing. */
export function checkWrite(headers: IncomingHttpHeaders, current: StoredObject | undefined): void {
  const { 'if-none-match': none, 'if-match': match } = headers;
  if (none === '*' && current !== undefined) throw preconditionFailed();
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey();
  if (!names(match, current.etag)) throw preconditionFailed();
}

/** The conditions of a read. @throws ServiceError 412 or 304. */
export function checkRead(headers: IncomingHttpHeaders, object: StoredObject): void {
  const { 'if-none-match': none, 'if-match': match } = headers;
  if (match !== undefined && !names(match, object.etag)) throw preconditionFailed();
  if (none !== undefined && names(none, object.etag)) {
    throw new ServiceError(304, 'NotModified', 'The object has not changed.');
  }
}

function names(header: string, etag: string): boolean {
  return header.split(',').some((one) => {
    const tag = one.trim();
    return tag === '*' || tag.replaceAll('"', '') === etag;
  });
}

/** A `Range: bytes=…` of one part as first and last byte; `undefined` when there is none. @throws ServiceError 416 */
export function rangeOf(
  header: string | undefined,
  size: number,
): { first: number; last: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const suffix = match[1] === '';
  const first = suffix ? Math.max(size - Number(match[2]), 0) : Number(match[1]);
  const last = suffix || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (first > last || first >= size) {
    throw new ServiceError(416, 'InvalidRange', 'The requested range is not satisfiable.');
  }
  return { first, last };
}

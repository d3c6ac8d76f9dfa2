import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';

/** Of letters that mean nothing in SQL, JSON, headers and terminals; a UUID is one. */
const REQUEST_ID = /^[0-9A-Za-z][0-9A-Za-z_-]{7,63}$/;
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-|$)/;
const XRAY_ROOT = /^Root=1-([0-9a-f]{8})-([0-9a-f]{24})/;

/** What travels with a request from function to function, so that all of them can be found by it. */
export interface TraceContext {
  readonly requestId: string;
  /** W3C Trace Context: the trace and the span that caused the call. */
  readonly traceparent: string;
}

/** The parts of a `traceparent`. */
export interface Traceparent {
  readonly traceId: string;
  readonly spanId: string;
  /** Whether whoever began the trace records it; passed on, for nothing here depends on it. */
  readonly flags: string;
}

const Sent = z.object({ requestId: z.string(), traceparent: z.string() });

/** A context as another function sent it; undefined for anything else, which must not stop the work. */
export function readTraceContext(sent: unknown): TraceContext | undefined {
  const read = z.safeParse(Sent, sent);
  if (!read.success) return undefined;
  const { requestId, traceparent } = read.data;
  const isValid = isRequestId(requestId) && readTraceparent(traceparent) !== undefined;
  return isValid ? { requestId, traceparent } : undefined;
}

/** Whether a client's `X-Request-Id` may stand in logs, SQL comments and headers as it is. */
export function isRequestId(text: string | undefined): text is string {
  return text !== undefined && REQUEST_ID.test(text);
}

/** @see https://www.w3.org/TR/trace-context/#traceparent-header */
export function readTraceparent(header: string | undefined): Traceparent | undefined {
  const [all, version, traceId = '', spanId = '', flags = '00'] =
    TRACEPARENT.exec(header ?? '') ?? [];
  if (all === undefined || version === 'ff' || isZero(traceId) || isZero(spanId)) return undefined;
  // Later versions may add fields behind those of the first; the first has none.
  if (version === '00' && header !== all) return undefined;
  return { traceId, spanId, flags };
}

export function writeTraceparent({ traceId, spanId, flags }: Traceparent): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

export function newSpanId(): string {
  return randomBytes(8).toString('hex');
}

/**
 * The trace of a request that brought none. Where X-Ray traces the invocation it is X-Ray's own, in W3C's
 * spelling; elsewhere it follows from the request's id, so that functions that were called side by side,
 * as the authorizer and the endpoint are, find the same one.
 */
export function traceIdOf(requestId: string): string {
  const [, seconds, rest] = XRAY_ROOT.exec(process.env[ENV.traceHeader] ?? '') ?? [];
  if (seconds !== undefined && rest !== undefined) return `${seconds}${rest}`;
  return createHash('sha256').update(requestId).digest('hex').slice(0, 32);
}

function isZero(hex: string): boolean {
  return hex.replaceAll('0', '') === '';
}

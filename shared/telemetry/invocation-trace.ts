import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { ENV } from '#shared/env.ts';
import {
  newSpanId,
  readTraceparent,
  type TraceContext,
  type Traceparent,
  traceIdOf,
  writeTraceparent,
} from './trace-context.ts';

/** A part of an invocation that has a name. Names are ours: nothing of a person stands in them. */
export interface Span {
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
  /** `performance.now()` at its beginning. */
  readonly startedAt: number;
  queries: number;
  queryMs: number;
}

interface EndedSpan extends Span {
  readonly ms: number;
  readonly failed: boolean;
  /** Still at work when its invocation ended, as at a time limit. */
  readonly unfinished: boolean;
}

/** What is known of the running invocation, or of one message of its batch. */
interface RunningTrace {
  requestId: string;
  of: Traceparent;
  parentId: string | undefined;
  readonly invocationId: string | undefined;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly root: Span;
  readonly spans: EndedSpan[];
  readonly open: Set<Span>;
  queries: number;
  queryMs: number;
  modelCalls: number;
  modelMs: number;
}

/** An instance of a function runs one invocation at a time. */
let running: RunningTrace | undefined;
const inside = new AsyncLocalStorage<Span>();

/** How an invocation begins: with what was sent along, or with an id of its own. */
export interface Beginning {
  readonly trace?: TraceContext | undefined;
  readonly requestId?: string | undefined;
  /** Of a client, who may have begun the trace. */
  readonly traceparent?: string | undefined;
  /** What Lambda passes beside the event. */
  readonly context?: unknown;
}

/** Begins the trace of an invocation. @returns what ran before it, to be resumed after it */
export function beginTrace({
  trace,
  requestId,
  traceparent,
  context,
}: Beginning): RunningTrace | undefined {
  const before = running;
  const invocationId = invocationIdOf(context) ?? before?.invocationId;
  const id = trace?.requestId ?? requestId ?? invocationId ?? randomUUID();
  const parent = readTraceparent(trace?.traceparent ?? traceparent);
  const spanId = newSpanId();
  running = {
    requestId: id,
    of: { traceId: parent?.traceId ?? traceIdOf(id), spanId, flags: parent?.flags ?? '01' },
    parentId: parent?.spanId,
    invocationId,
    start: Date.now(),
    root: newSpan(spanId, '', ''),
    spans: [],
    open: new Set(),
    ...{ queries: 0, queryMs: 0, modelCalls: 0, modelMs: 0 },
  };
  return before;
}

export function resumeTrace(before: RunningTrace | undefined): void {
  running = before;
}

/** What was begun without knowing for whom turns out to be a part of this request. */
export function joinTrace(trace: TraceContext | undefined): void {
  const parent = readTraceparent(trace?.traceparent);
  if (running === undefined || trace === undefined || parent === undefined) return;
  if (running.requestId === trace.requestId) return;
  running.requestId = trace.requestId;
  running.of = { ...parent, spanId: running.of.spanId };
  running.parentId = parent.spanId;
}

/** What is sent along with a call that is made now; undefined outside an invocation. */
export function currentTrace(): TraceContext | undefined {
  if (running === undefined) return undefined;
  const { requestId, of } = running;
  return { requestId, traceparent: writeTraceparent({ ...of, spanId: currentSpan(running).id }) };
}

/** What is sent along on behalf of a request that may be another than the running one. */
export function traceOnBehalf(trace: TraceContext | undefined): TraceContext | undefined {
  return trace === undefined || trace.requestId === running?.requestId ? currentTrace() : trace;
}

export function currentRequestId(): string | undefined {
  return running?.requestId;
}

/** Counts a statement that was sent to the database. */
export function countQuery(ms: number): void {
  if (running === undefined) return;
  running.queries += 1;
  running.queryMs += ms;
  const span = currentSpan(running);
  span.queries += 1;
  span.queryMs += ms;
}

/** Counts a call of a language model. */
export function countModelCall(ms: number): void {
  if (running === undefined) return;
  running.modelCalls += 1;
  running.modelMs += ms;
}

export function beginSpan(name: string): Span {
  const parentId = running === undefined ? '' : currentSpan(running).id;
  const span = newSpan(newSpanId(), parentId, name);
  running?.open.add(span);
  return span;
}

/** What is called inside belongs to the span. */
export function runInSpan<Result>(span: Span, work: () => Result): Result {
  return inside.run(span, work);
}

export function endSpan(span: Span, ms: number, failed: boolean): void {
  if (running === undefined) return;
  running.open.delete(span);
  keep(running, { ...span, ms, failed, unfinished: false });
}

/** A loop that makes thousands must not fill a line of the log. */
function keep({ spans }: RunningTrace, span: EndedSpan): void {
  if (spans.length < Number(process.env[ENV.loggedSpans] ?? 0)) spans.push(span);
}

/**
 * Ends the trace. @returns what a line of the log says of it: sums, and where that is configured the spans
 * too, which in CloudWatch would cost more than they tell beside those of X-Ray.
 */
export function finishTrace(waitMs?: number) {
  if (running === undefined) return undefined;
  const now = performance.now();
  for (const span of running.open)
    keep(running, { ...span, ms: now - span.startedAt, failed: false, unfinished: true });
  const { requestId, invocationId, of, parentId, start, root, spans } = running;
  const { queries, queryMs, modelCalls, modelMs } = running;
  running = undefined;
  const trace = {
    ...{ traceId: of.traceId, spanId: of.spanId, parentId, start },
    ms: tenths(now - root.startedAt),
    ...{ queries, queryMs: tenths(queryMs) },
    ...(modelCalls > 0 && { modelCalls, modelMs: tenths(modelMs) }),
    ...(waitMs !== undefined && { waitMs }),
    ...(spans.length > 0 && { spans: spans.map((span) => shown(span, root)) }),
  };
  return { requestId, ...(invocationId !== undefined && { invocationId }), trace };
}

function shown(
  { id, parentId, name, startedAt, ms, failed, unfinished, queries, queryMs }: EndedSpan,
  root: Span,
) {
  return {
    ...{ id, parentId, name },
    at: tenths(startedAt - root.startedAt),
    ms: tenths(ms),
    ...(queries > 0 && { queries, queryMs: tenths(queryMs) }),
    ...(failed && { failed }),
    ...(unfinished && { unfinished }),
  };
}

function newSpan(id: string, parentId: string, name: string): Span {
  return { id, parentId, name, startedAt: performance.now(), queries: 0, queryMs: 0 };
}

/** Work that outlived its invocation belongs to no span of the next one. */
function currentSpan({ root }: RunningTrace): Span {
  const span = inside.getStore();
  return span !== undefined && span.startedAt >= root.startedAt ? span : root;
}

function invocationIdOf(context: unknown): string | undefined {
  if (typeof context !== 'object' || context === null || !('awsRequestId' in context)) return;
  return typeof context.awsRequestId === 'string' ? context.awsRequestId : undefined;
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

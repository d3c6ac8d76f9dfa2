import { ENV } from '#shared/env.ts';
import { finishTrace } from './invocation-trace.ts';
import { measure, measureMemory, measureProcessor, writeLine } from './metrics.ts';
import { sendSubsegment } from './x-ray.ts';

const service = process.env[ENV.functionName] ?? 'foodsave';
let coldStart = true;

export interface Invocation {
  readonly kind: 'request' | 'batch' | 'step' | 'agent' | 'operation';
  /** `performance.now()` at its beginning. */
  readonly startedAt: number;
  readonly failed: boolean;
  /** Whether it sent events for as long as somebody listened. */
  readonly streamed?: boolean;
  /** Ids, names and numbers. Never a path, a query, a header or a body. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Writes the one log line of an invocation, and ends its trace. @returns its duration in ms */
export function writeInvocationLine(invocation: Invocation): number {
  const { kind, startedAt, failed, fields, streamed = false } = invocation;
  const duration = Math.round((performance.now() - startedAt) * 1000) / 1000;
  measure('Requests', 1);
  measure('Errors', failed ? 1 : 0);
  measure('Duration', duration);
  if (kind === 'request' && !streamed) measure('ResponseTime', duration);
  measureProcessor(duration);
  measureMemory(Date.now());
  writeLine(failed ? 'ERROR' : 'INFO', kind, { ...fields, ...finishTrace(), coldStart });
  coldStart = false;
  return duration;
}

/**
 * Writes the log line of one message of a batch, and ends its trace. What was measured waits for the line
 * of the batch.
 * @param waitMs how long it lay in the queue
 */
export function writeMessageLine(
  messageId: string,
  failed: boolean,
  waitMs: number | undefined,
): void {
  const traced = finishTrace(waitMs);
  const level = failed ? 'ERROR' : 'INFO';
  const timestamp = new Date().toISOString();
  const line = { level, message: 'message', timestamp, service, messageId, ...traced };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  const { requestId } = traced ?? {};
  sendSubsegment('message', traced?.trace.ms ?? 0, failed, { messageId, requestId });
}

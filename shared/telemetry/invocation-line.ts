import { measure, measureMemory, measureProcessor, writeLine } from './metrics.ts';

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

/** Writes the one log line of an invocation. @returns its duration in ms */
export function writeInvocationLine(invocation: Invocation): number {
  const { kind, startedAt, failed, fields, streamed = false } = invocation;
  const duration = Math.round((performance.now() - startedAt) * 1000) / 1000;
  measure('Requests', 1);
  measure('Errors', failed ? 1 : 0);
  measure('Duration', duration);
  if (kind === 'request' && !streamed) measure('ResponseTime', duration);
  measureProcessor(duration);
  measureMemory(Date.now());
  writeLine(failed ? 'ERROR' : 'INFO', kind, { ...fields, coldStart });
  coldStart = false;
  return duration;
}

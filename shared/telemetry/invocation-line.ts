import { measure, measureMemory, writeLine } from './metrics.ts';

let coldStart = true;

export interface Invocation {
  readonly kind: 'request' | 'batch' | 'step' | 'agent' | 'operation';
  /** `performance.now()` at its beginning. */
  readonly startedAt: number;
  readonly failed: boolean;
  /** Ids, names and numbers. Never a path, a query, a header or a body. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Writes the one log line of an invocation. @returns its duration in ms */
export function writeInvocationLine({ kind, startedAt, failed, fields }: Invocation): number {
  const duration = Math.round((performance.now() - startedAt) * 1000) / 1000;
  measure('Requests', 1);
  measure('Errors', failed ? 1 : 0);
  measure('Duration', duration);
  measureMemory(Date.now());
  writeLine(failed ? 'ERROR' : 'INFO', kind, { ...fields, coldStart });
  coldStart = false;
  return duration;
}

import { memory, writeLine } from './metrics.ts';
import { trace } from './trace.ts';

let coldStart = true;

export interface Invocation {
  readonly kind: 'request' | 'batch' | 'step' | 'agent' | 'operation';
  /** `performance.now()` at its beginning. */
  readonly startedAt: number;
  readonly failed: boolean;
  /** Ids, names and numbers. Never a path, a query, a header or a body. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const UNITS = {
  Requests: 'Count',
  Errors: 'Count',
  Duration: 'Milliseconds',
  Memory: 'Megabytes',
} as const;
const UNITS_WITH_LIMIT = { ...UNITS, MemoryUsedPercent: 'Percent' } as const;

/** The one line that each piece of work leaves behind, and its part of the trace. */
export function writeInvocationLine({ kind, startedAt, failed, fields }: Invocation): void {
  const duration = Math.round((performance.now() - startedAt) * 1000) / 1000;
  const used = memory(Date.now());
  writeLine(
    failed ? 'ERROR' : 'INFO',
    kind,
    {
      ...fields,
      coldStart,
      Requests: 1,
      Errors: failed ? 1 : 0,
      Duration: duration,
      ...used,
    },
    used.MemoryUsedPercent === undefined ? UNITS : UNITS_WITH_LIMIT,
  );
  coldStart = false;
  trace(kind, duration, failed, fields);
}

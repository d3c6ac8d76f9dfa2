import * as z from 'zod/mini';
import { BROKEN_LIMITS, type BrokenLimit } from './limits.ts';

/** Thrown for input that broke a limit: it would break it again. */
export class BrokenLimitError extends Error {
  override readonly name = 'BrokenLimitError';
  readonly limit: BrokenLimit;
  /** The most its process held, where the watch could say so. */
  readonly peakBytes: number | undefined;

  constructor(limit: BrokenLimit, peakBytes?: number) {
    super(`The program was ended: ${limit}`);
    this.limit = limit;
    this.peakBytes = peakBytes;
  }
}

export function isBrokenLimit(error: unknown): error is BrokenLimitError {
  return error instanceof Error && error.name === 'BrokenLimitError';
}

const Report = z.object({ broke: z.enum(BROKEN_LIMITS), peakBytes: z.number() });

/** Somebody outside ended it, or the machine had no memory left: no fault of what it was given. */
const ENDED_FROM_OUTSIDE: readonly string[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'];

/** @param report what the watch wrote to the lifeline before it ended the process, mostly nothing */
export function exitReason(
  report: string,
  signal: NodeJS.Signals | null,
): BrokenLimitError | Error {
  if (report !== '') {
    const { broke, peakBytes } = Report.parse(JSON.parse(report));
    return new BrokenLimitError(broke, peakBytes);
  }
  if (signal !== null && ENDED_FROM_OUTSIDE.includes(signal)) {
    return new Error(`The program was ended by ${signal}`);
  }
  return new BrokenLimitError('crash');
}

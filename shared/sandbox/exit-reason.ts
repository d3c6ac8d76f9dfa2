import { BROKEN_LIMITS, type BrokenLimit } from './limits.ts';

/** Thrown for input that broke a limit: it would break it again. */
export class BrokenLimitError extends Error {
  override readonly name = 'BrokenLimitError';
  readonly limit: BrokenLimit;

  constructor(limit: BrokenLimit) {
    super(`The program was ended: ${limit}`);
    this.limit = limit;
  }
}

export function isBrokenLimit(error: unknown): error is BrokenLimitError {
  return error instanceof Error && error.name === 'BrokenLimitError';
}

/** Somebody outside ended it, or the machine had no memory left: no fault of what it was given. */
const ENDED_FROM_OUTSIDE: readonly string[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'];

/** @param last what the watch wrote last */
export function exitReason(last: string, signal: NodeJS.Signals | null): Error {
  const broke = BROKEN_LIMITS.find((limit) => limit === last);
  if (broke !== undefined) return new BrokenLimitError(broke);
  if (signal !== null && ENDED_FROM_OUTSIDE.includes(signal)) {
    return new Error(`The program was ended by ${signal}`);
  }
  return new BrokenLimitError('crash');
}

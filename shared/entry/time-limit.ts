import { remainingTime } from '#shared/waiting/wait-limit.ts';

/** The time limit of the running function: the only clock that may end work early. */
export interface TimeLimit {
  /** A signal that is aborted once no more than `reserveMs` milliseconds are left. */
  nears(reserveMs: number): AbortSignal;
}

/** @param context what Lambda passes beside the event; without one, as in tests, there is no limit */
export function timeLimitOf(context: unknown): TimeLimit {
  return {
    nears(reserveMs) {
      const remaining = remainingTime(context)();
      if (remaining === undefined) return new AbortController().signal;
      return AbortSignal.timeout(Math.max(0, Math.floor(remaining - reserveMs)));
    },
  };
}

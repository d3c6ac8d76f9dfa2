import * as z from 'zod/mini';

/** The time limit of the running function: the only clock that may end work early. */
export interface TimeLimit {
  /** A signal that is aborted once no more than `reserveMs` milliseconds are left. */
  nears(reserveMs: number): AbortSignal;
}

const LambdaContext = z.object({
  getRemainingTimeInMillis: z.custom<() => number>((value) => typeof value === 'function'),
});

/** @param context what Lambda passes beside the event; without one, as in tests, there is no limit */
export function timeLimitOf(context: unknown): TimeLimit {
  return {
    nears(reserveMs) {
      const lambda = z.safeParse(LambdaContext, context);
      if (!lambda.success) return new AbortController().signal;
      const left = lambda.data.getRemainingTimeInMillis() - reserveMs;
      return AbortSignal.timeout(Math.max(0, Math.floor(left)));
    },
  };
}

/** The longest that a timer of Node waits: more would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** A time limit that starts anew with whatever arrives. */
export interface StallLimit {
  /** Aborted when nothing came in time, or by the caller. */
  readonly signal: AbortSignal;
  /** From now on so many milliseconds are waited; infinite for no limit. */
  wait(ms: number): void;
  /** What was waited for has come; its connection may be used again. */
  end(): void;
  /** Nobody wants any more of it. */
  abort(): void;
}

/** @param signal of the caller */
export function stallLimit(signal: AbortSignal | undefined): StallLimit {
  const controller = new AbortController();
  const expire = () => controller.abort(new DOMException('Nothing came in time', 'TimeoutError'));
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    wait(ms) {
      clearTimeout(timer);
      timer = setTimeout(expire, Math.min(MAX_TIMER_MS, Math.max(0, ms)));
    },
    end: () => clearTimeout(timer),
    abort() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}

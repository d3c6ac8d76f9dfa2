/**
 * Does something again and again, the first time after one pause, never twice at once. A failure is
 * printed; the next time comes all the same.
 */
export function repeatEvery(milliseconds: number, what: string, work: () => Promise<void>) {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = work()
      .catch((error: unknown) => console.error(`The ${what} could not be looked at:`, error))
      .finally(() => {
        isBusy = false;
      });
  }, milliseconds);
  timer.unref();
  return {
    /** Resolves when what is under way has ended. */
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}

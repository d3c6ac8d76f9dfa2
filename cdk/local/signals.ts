/**
 * Resolves at the first Ctrl-C or SIGTERM. A second one ends the process at once;
 * the next start recovers what was left.
 */
export function untilStopSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    let reported = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // npm passes on the terminal's Ctrl-C, so one press can arrive twice within moments.
        if (reported) return;
        reported = true;
        resolve(undefined);
        setTimeout(() => process.on(signal, () => process.exit(130)), 1000).unref();
      });
    }
  });
}

import { Worker } from 'node:worker_threads';

/** Runs `work` beside so many endless loops, each of which would take a whole processor. */
export async function besideBusyLoops<T>(count: number, work: () => Promise<T>): Promise<T> {
  // Threads, not processes: whatever becomes of the test, they end with it.
  const loops = Array.from({ length: count }, () => new Worker('for (;;);', { eval: true }));
  try {
    return await work();
  } finally {
    await Promise.all(loops.map((loop) => loop.terminate()));
  }
}

import { isMainThread } from 'node:worker_threads';

const ends = new Set<() => void>();
let isListening = false;

/**
 * Has another process ended when this one, or this thread, ends or is asked to with SIGTERM.
 * @returns forgets it again
 */
export function endWithThisProcess(end: () => void): () => void {
  if (!isListening) {
    process.on('exit', endAll);
    process.on('SIGTERM', onTerminate);
    isListening = true;
  }
  ends.add(end);
  return () => void ends.delete(end);
}

function endAll(): void {
  for (const end of ends) end();
}

function onTerminate(): void {
  endAll();
  if (!isMainThread || process.listenerCount('SIGTERM') > 1) return;
  // Listening must not keep a process of its own from ending.
  process.off('SIGTERM', onTerminate);
  process.kill(process.pid, 'SIGTERM');
}

import { isMainThread } from 'node:worker_threads';

const ends = new Set<() => void>();

function endAll(): void {
  for (const end of ends) end();
}

/** Registers, once for all, what ends other processes when this one, or this thread, is asked to end. */
const listening = () => {
  process.on('exit', endAll);
  process.once('SIGTERM', () => {
    endAll();
    // Having listened must not keep a program of its own from ending.
    if (isMainThread && process.listenerCount('SIGTERM') === 0)
      process.kill(process.pid, 'SIGTERM');
  });
};
let isListening = false;

/** @returns forgets it again */
export function endWithThisProcess(end: () => void): () => void {
  if (!isListening) listening();
  isListening = true;
  ends.add(end);
  return () => void ends.delete(end);
}

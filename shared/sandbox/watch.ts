import type { Limits } from './limits.ts';

/** The descriptor of the pipe between the watch and the process that started the program. */
export const LIFELINE = 3;

/** How the watch is told that a file is being opened: the number of its task, 0 while none is. */
export function openingFlag(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Ends its process at once when a limit is broken, or when whoever started it is gone. It is the text of
 * a thread, which the program's own loop cannot hold up however long one step takes; so it refers to
 * nothing but its arguments. Writes to the lifeline, a line each, the most memory it has seen so far and,
 * last, the limit that was broken.
 * @param everyMs between two looks: memory grows by some 3 GB a second at most
 */
export function watch(
  { memoryBytes, openingMs }: Limits,
  opening: Int32Array<SharedArrayBuffer>,
  lifeline: number,
  everyMs: number,
): void {
  const { Socket } = process.getBuiltinModule('node:net');
  const { writeSync } = process.getBuiltinModule('node:fs');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const end = () => process.kill(process.pid, 'SIGKILL');
  const tell = (line: string | number) => {
    try {
      writeSync(lifeline, `${line}\n`);
    } catch {
      // Nobody takes it at the moment; the limits hold without.
    }
  };
  const report = (broke: string) => {
    tell(broke);
    end();
  };
  // Its other end is closed by the operating system when that process or thread ends, however it does.
  new Socket({ fd: lifeline, readable: true, writable: true })
    .on('error', end)
    .on('close', end)
    .resume();
  let [task, before] = [0, process.cpuUsage()];
  let peak = 0;
  const look = () => {
    const resident = process.memoryUsage.rss();
    if (resident > peak * 1.02) {
      peak = resident;
      tell(peak);
    }
    if (resident > memoryBytes) report('memory');
    const current = Atomics.load(opening, 0);
    if (current !== task) [task, before] = [current, process.cpuUsage()];
    const { user, system } = process.cpuUsage(before);
    if (task !== 0 && (user + system) / 1000 > openingMs) report('work');
  };
  look();
  setInterval(look, everyMs);
  parentPort?.postMessage('watching');
}

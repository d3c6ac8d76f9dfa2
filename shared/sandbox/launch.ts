import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#shared/env.ts';
import type { Limits } from './limits.ts';

const SHELL = '/bin/sh';
/**
 * Of the heap of V8, so that it collects its garbage long before the limit of the process; what a
 * reading keeps there is a tenth of this.
 */
const HEAP_MB = 512;
/**
 * What Linux counts is memory asked for, used or not; of a healthy reader that is a third more than the
 * watch sees in use. The watch should be first, because it says why.
 */
const ASKED_FOR = 2;

/**
 * Starts a program in a process of its own: messages on IPC, the lifeline of its watch beside the
 * standard descriptors, and of the environment only what the runtime needs, no keys. On Linux the kernel
 * itself bounds its memory too, however late the watch looks: of the limits it has, RLIMIT_DATA is the one
 * that leaves out the address space which WebAssembly only reserves. macOS and Windows have none that holds.
 */
export function launch(program: URL, { memoryBytes }: Limits): ChildProcess {
  const node = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    `--max-old-space-size=${HEAP_MB}`,
    fileURLToPath(program),
  ];
  const kilobytes = Math.floor((memoryBytes * ASKED_FOR) / 1024);
  const [command = SHELL, ...rest] =
    process.platform === 'linux' && existsSync(SHELL)
      ? [SHELL, '-c', `ulimit -d ${kilobytes} && exec "$@"`, SHELL, ...node]
      : node;
  return spawn(command, rest, {
    env: childEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
}

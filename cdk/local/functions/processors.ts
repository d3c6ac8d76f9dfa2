import { cpus } from 'node:os';

/** Of all processors together, less idle than this is none to speak of. */
const BUSY_BELOW = 0.1;
/** A shorter look says more of chance. */
const LOOK_MS = 100;

interface Look {
  readonly at: number;
  readonly idle: number;
  readonly all: number;
}

let before = look();
let busy = false;

/** Whether the machine's processors had next to nothing to spare since they were looked at last. */
export function processorsAreBusy(): boolean {
  const now = look();
  if (now.at - before.at < LOOK_MS || now.all === before.all) return busy;
  busy = (now.idle - before.idle) / (now.all - before.all) < BUSY_BELOW;
  before = now;
  return busy;
}

function look(): Look {
  let [idle, all] = [0, 0];
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.idle + times.irq;
  }
  return { at: performance.now(), idle, all };
}

import { availableParallelism } from 'node:os';

/** Requests of one function that run at once: more threads than processors only take memory and connections. */
const MAX_INSIDE = Math.min(3, Math.max(2, availableParallelism()));
/** Streams of events of one function: they wait more than they work, and leave threads to the others. */
const MAX_STREAMS = 12;
/** Requests that wait for their turn; who comes then is told to come back. */
const MAX_WAITING = 500;

interface Queue {
  inside: number;
  readonly waiting: ((isAdmitted: boolean) => void)[];
}

/**
 * Lets the requests of each function in a few at a time, first come, first served. AWS starts another
 * instance for each; one machine has none to start, and a moment of waiting is better than a refusal.
 */
export class Door {
  readonly #queues = new Map<string, Queue>();
  readonly #streams = new Map<string, number>();
  readonly #maxWaiting: number;
  readonly #maxInside: number;

  constructor(maxWaiting = MAX_WAITING, maxInside = MAX_INSIDE) {
    this.#maxWaiting = maxWaiting;
    this.#maxInside = maxInside;
  }

  /**
   * Runs `work` when it is its turn.
   * @param signal gives up the place in the queue: the caller is gone, or out of time
   * @returns undefined when too many wait, or it was given up
   */
  async through<T>(
    name: string,
    work: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    const queue = this.#queues.get(name) ?? { inside: 0, waiting: [] };
    this.#queues.set(name, queue);
    if (queue.inside < this.#maxInside) queue.inside += 1;
    else if (!(await this.#turn(queue, signal))) return undefined;
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next === undefined) queue.inside -= 1;
      else next(true);
    }
  }

  /**
   * Runs `work`, which follows something for minutes, beside those that take turns.
   * @returns undefined when too many such are running
   */
  async beside<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const streams = this.#streams.get(name) ?? 0;
    if (streams >= MAX_STREAMS) return undefined;
    this.#streams.set(name, streams + 1);
    try {
      return await work();
    } finally {
      this.#streams.set(name, (this.#streams.get(name) ?? 1) - 1);
    }
  }

  async #turn(queue: Queue, signal: AbortSignal): Promise<boolean> {
    if (queue.waiting.length >= this.#maxWaiting || signal.aborted) return false;
    return await new Promise((resolve) => {
      const leave = () => {
        queue.waiting.splice(queue.waiting.indexOf(admit), 1);
        resolve(false);
      };
      const admit = (isAdmitted: boolean) => {
        signal.removeEventListener('abort', leave);
        resolve(isAdmitted);
      };
      signal.addEventListener('abort', leave, { once: true });
      queue.waiting.push(admit);
    });
  }
}

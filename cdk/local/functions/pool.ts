import { randomUUID } from 'node:crypto';
import type { FunctionConfig } from './function-config.ts';
import { Instance, type Sink } from './instance.ts';
import type { InvokeResult } from './invoker.ts';
import { processorsAreBusy } from './processors.ts';
import { threadProgram } from './thread-program.ts';

/** Time limits of a pool; tests shorten them. */
export interface PoolTimes {
  /** An instance idle for this long is stopped; Lambda keeps its own for an undocumented number of minutes. */
  readonly idleMs: number;
  /** Lambda gives a bundle this long to load before the first event's own time begins. */
  readonly initMs: number;
  /** Invocations still running this long after `close` are stopped. */
  readonly drainMs: number;
  /** A thread still alive this long after its stop request is terminated; one step of a neural network takes a second, on a busy machine many. */
  readonly endMs: number;
  /** Whether all processors are busy. */
  readonly areBusy: () => boolean;
}
export const DEFAULT_POOL_TIMES: PoolTimes = {
  idleMs: 60_000,
  initMs: 10_000,
  drainMs: 10_000,
  endMs: 30_000,
  areBusy: processorsAreBusy,
};

export type OnLine = (functionName: string, requestId: string, line: string) => void;

/** A function whose threads are busy for longer has more to do than they can. */
const MAX_WAIT_MS = 500;
/** While all processors are busy, another thread would take from the others what it gives. */
const MAX_BUSY_WAIT_MS = 3000;

/** What ends a wait: an instance; a start or an instance that has ended; or time. */
type Freed = Instance | 'changed' | 'late';

/** What takes an event: an instance, or why there is none. */
type Taken = { readonly instance: Instance } | { readonly failure: InvokeResult };

/**
 * The instances of one function: the last used is used first, no more than its concurrency at once.
 * Lambda starts one for every event that finds none idle. On one machine they share its processors and
 * memory, so an event waits for one to come free as long as the last start took, at most `MAX_WAIT_MS`, or
 * `MAX_BUSY_WAIT_MS` while no processor has time for another, and one starts at a time.
 */
export class Pool {
  readonly config: FunctionConfig;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #onLine: OnLine;
  readonly #times: PoolTimes;
  readonly #all = new Set<Instance>();
  readonly #idle: { instance: Instance; reap: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<Promise<InvokeResult>>();
  /** Events that wait, first come, first served. */
  readonly #waiting: ((freed: Freed) => void)[] = [];
  #isStarting = false;
  #waitMs = 0;
  #closed = false;

  constructor(
    config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    onLine: OnLine,
    times: PoolTimes,
  ) {
    this.config = config;
    this.#environment = environment;
    this.#onLine = onLine;
    this.#times = times;
  }

  invoke(event: unknown, sink?: Sink): Promise<InvokeResult> {
    if (this.#closed || this.#busy.size >= this.config.concurrency)
      return Promise.resolve(throttled());
    const run = this.#run(JSON.stringify(event ?? null), sink).finally(() =>
      this.#busy.delete(run),
    );
    this.#busy.add(run);
    return run;
  }

  /** Waits for running invocations, up to `drainMs`, then ends every instance. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const instance of this.#all) instance.announceStop();
    const stopAll = () => [...this.#all].map((instance) => instance.stop());
    const cut = setTimeout(stopAll, this.#times.drainMs);
    await Promise.allSettled(this.#busy);
    clearTimeout(cut);
    for (const { reap } of this.#idle.splice(0)) clearTimeout(reap);
    await Promise.all(stopAll());
  }

  async #run(event: string, sink: Sink | undefined): Promise<InvokeResult> {
    const requestId = randomUUID();
    const taken = await this.#take(requestId);
    if ('failure' in taken) return taken.failure;
    const { instance } = taken;
    const { name, arn, memoryMb, timeoutSeconds } = this.config;
    const deadline = Date.now() + timeoutSeconds * 1000;
    const context = { requestId, functionName: name, functionArn: arn, memoryMb, deadline };
    const result = await instance.run(event, context, sink);
    if (instance.alive && !endsInstance(result)) this.#keep(instance);
    else await this.#end(instance);
    return result;
  }

  async #end(instance: Instance): Promise<void> {
    await instance.stop();
    this.#all.delete(instance);
    this.#wakeAll();
  }

  async #take(requestId: string): Promise<Taken> {
    for (;;) {
      const warm = this.#warm();
      if (warm !== undefined) return { instance: warm };
      const isEmpty = this.#all.size === 0;
      if (this.#closed && isEmpty) return { failure: throttled() };
      let freed: Freed = 'late';
      if (this.#isStarting || this.#closed) freed = await this.#nextFree();
      else if (!isEmpty) freed = await this.#nextFree(this.#waitMs);
      if (freed instanceof Instance) return { instance: freed };
      const mayStart = !this.#isStarting && !this.#closed;
      if (freed === 'late' && mayStart) return await this.#start(requestId);
    }
  }

  #warm(): Instance | undefined {
    for (let one = this.#idle.pop(); one !== undefined; one = this.#idle.pop()) {
      clearTimeout(one.reap);
      if (one.instance.alive) return one.instance;
      this.#all.delete(one.instance);
    }
    return undefined;
  }

  #nextFree(ms?: number): Promise<Freed> {
    return new Promise((resolve) => {
      const latest = performance.now() + MAX_BUSY_WAIT_MS;
      let timer: NodeJS.Timeout | undefined;
      const take = (freed: Freed) => {
        clearTimeout(timer);
        resolve(freed);
      };
      // Its place in the line is kept meanwhile.
      const wait = (each: number) => {
        timer = setTimeout(() => {
          if (performance.now() < latest && this.#times.areBusy()) return wait(each);
          this.#waiting.splice(this.#waiting.indexOf(take), 1);
          resolve('late');
        }, each);
      };
      if (ms !== undefined) wait(ms);
      this.#waiting.push(take);
    });
  }

  #wakeAll(): void {
    for (const take of this.#waiting.splice(0)) take('changed');
  }

  async #start(requestId: string): Promise<Taken> {
    this.#isStarting = true;
    const began = performance.now();
    try {
      const { name } = this.config;
      const onLine = (id: string, line: string) => this.#onLine(name, id, line);
      const program = await threadProgram();
      const { endMs, initMs } = this.#times;
      const instance = new Instance(program, this.config, this.#environment, onLine, endMs);
      this.#all.add(instance);
      const failure = await instance.ready(requestId, initMs);
      if (failure === undefined) return { instance };
      await this.#end(instance);
      return { failure };
    } finally {
      this.#isStarting = false;
      this.#waitMs = Math.min(MAX_WAIT_MS, performance.now() - began);
      this.#wakeAll();
    }
  }

  #keep(instance: Instance): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(instance);
      return;
    }
    const reap = setTimeout(() => {
      const at = this.#idle.findIndex((one) => one.instance === instance);
      if (at >= 0) this.#idle.splice(at, 1);
      void this.#end(instance);
    }, this.#times.idleMs);
    reap.unref();
    this.#idle.push({ instance, reap });
  }
}

function endsInstance(result: InvokeResult): boolean {
  return !result.ok && (result.reason !== 'error' || result.error.errorType.startsWith('Runtime.'));
}

function throttled(): InvokeResult {
  return {
    ok: false,
    reason: 'throttled',
    error: { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' },
  };
}

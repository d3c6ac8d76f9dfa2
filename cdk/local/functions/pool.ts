import { randomUUID } from 'node:crypto';
import type { FunctionConfig } from './function-config.ts';
import { Instance, type Sink } from './instance.ts';
import type { InvokeResult } from './invoker.ts';

/** An instance that nobody needed for this long goes; Lambda keeps its own for minutes, unsaid how many. */
const IDLE_MS = 60_000;

export type OnLine = (functionName: string, requestId: string, line: string) => void;

/** The instances of one function: the last used is used first, no more than its concurrency at once. */
export class Pool {
  readonly config: FunctionConfig;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #onLine: OnLine;
  readonly #idle: { instance: Instance; reap: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<Promise<InvokeResult>>();

  constructor(
    config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    onLine: OnLine,
  ) {
    this.config = config;
    this.#environment = environment;
    this.#onLine = onLine;
  }

  invoke(event: unknown, sink?: Sink): Promise<InvokeResult> {
    if (this.#busy.size >= this.config.concurrency) return Promise.resolve(throttled());
    const run = this.#run(JSON.stringify(event ?? null), sink).finally(() =>
      this.#busy.delete(run),
    );
    this.#busy.add(run);
    return run;
  }

  /** Waits for what runs, then ends every instance. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#busy);
    const idle = this.#idle.splice(0);
    for (const { reap } of idle) clearTimeout(reap);
    await Promise.all(idle.map(({ instance }) => instance.stop()));
  }

  async #run(event: string, sink: Sink | undefined): Promise<InvokeResult> {
    const requestId = randomUUID();
    const { instance, failure } = await this.#take(requestId);
    if (failure !== undefined) {
      await instance.stop();
      return failure;
    }
    const { name, arn, memoryMb, timeoutSeconds } = this.config;
    const deadline = Date.now() + timeoutSeconds * 1000;
    const context = { requestId, functionName: name, functionArn: arn, memoryMb, deadline };
    const result = await instance.run(event, context, sink);
    if (instance.alive && result.ok !== undefined && !endsInstance(result)) this.#keep(instance);
    else await instance.stop();
    return result;
  }

  async #take(
    requestId: string,
  ): Promise<{ instance: Instance; failure: InvokeResult | undefined }> {
    for (;;) {
      const warm = this.#idle.pop();
      if (warm === undefined) break;
      clearTimeout(warm.reap);
      if (warm.instance.alive) return { instance: warm.instance, failure: undefined };
    }
    const { name } = this.config;
    const instance = new Instance(this.config, this.#environment, (line) =>
      this.#onLine(name, requestId, line),
    );
    return { instance, failure: await instance.ready() };
  }

  #keep(instance: Instance): void {
    const reap = setTimeout(() => {
      const at = this.#idle.findIndex((one) => one.instance === instance);
      if (at >= 0) this.#idle.splice(at, 1);
      void instance.stop();
    }, IDLE_MS);
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

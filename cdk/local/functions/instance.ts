import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { FunctionConfig } from './function-config.ts';
import type { InvokeResult } from './invoker.ts';
import type {
  FromInstance,
  FunctionFailure,
  InvocationContext,
  Prelude,
  ToInstance,
} from './protocol.ts';

/** Where a streamed reply goes while it is made. */
export interface Sink {
  prelude(prelude: Prelude): void;
  /** Resolves when the chunk was taken. */
  chunk(bytes: Uint8Array): Promise<void>;
  /** Aborts when nobody listens any more. */
  readonly signal: AbortSignal;
}

interface Exit {
  readonly code: number;
  readonly cause?: Error;
}
type Message = FromInstance | ({ readonly type: 'exit' } & Exit);
type Handle = (message: Message) => void;

/** One instance of a function: a thread that takes one event at a time and stays warm between. */
export class Instance {
  readonly #config: FunctionConfig;
  readonly #worker: Worker;
  #handle:
    | ((message: FromInstance | { type: 'exit'; code: number; cause?: Error }) => void)
    | undefined;
  #exit: Exit | undefined;

  constructor(
    config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    onLine: (line: string) => void,
  ) {
    this.#config = config;
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      name: config.name,
      workerData: { directory: config.directory, handler: config.handler },
      env: {
        ...environment,
        NODE_PATH: config.layers.map((layer) => join(layer, 'nodejs/node_modules')).join(':'),
      },
      // Of the heap only: memory outside it (images, WebAssembly) is not bounded here.
      resourceLimits: { maxOldGenerationSizeMb: config.memoryMb },
      stdout: true,
      stderr: true,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    for (const output of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input: output }).on('line', onLine);
    }
    let cause: Error | undefined;
    this.#worker.on('error', (error: Error) => {
      cause = error;
    });
    this.#worker.on('exit', (code) => {
      this.#exit = { code, ...(cause && { cause }) };
      this.#handle?.({ type: 'exit', ...this.#exit });
    });
    this.#worker.on('message', (message: FromInstance) => this.#handle?.(message));
  }

  /** Whether the thread can take another event. */
  get alive(): boolean {
    return this.#exit === undefined;
  }

  /** Waits for the bundle to load. @returns what went wrong, or nothing. */
  async ready(): Promise<InvokeResult | undefined> {
    return new Promise((resolve) => {
      this.#listen((message) => {
        if (message.type === 'ready') resolve(undefined);
        else if (message.type === 'failure') resolve(this.#failed(message.failure));
        else if (message.type === 'exit') resolve(crashed(message));
      });
    });
  }

  /** Runs one event to its end, its error or its timeout, which really ends the thread. */
  async run(
    event: string,
    context: InvocationContext,
    sink: Sink | undefined,
  ): Promise<InvokeResult> {
    const gone = () => this.#say({ type: 'gone' });
    sink?.signal.addEventListener('abort', gone, { once: true });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<InvokeResult>((resolve) => {
        timer = setTimeout(() => {
          resolve(timedOut(context.requestId, this.#config.timeoutSeconds));
          void this.stop();
        }, context.deadline - Date.now());
        this.#listen((message) => this.#onMessage(message, sink, resolve));
        this.#say({ type: 'invoke', event, context });
      });
    } finally {
      clearTimeout(timer);
      sink?.signal.removeEventListener('abort', gone);
      this.#handle = undefined;
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #onMessage(
    message: Message,
    sink: Sink | undefined,
    resolve: (result: InvokeResult) => void,
  ): void {
    switch (message.type) {
      case 'prelude':
        sink?.prelude(message.prelude);
        return;
      case 'chunk':
        void (sink?.chunk(message.bytes) ?? Promise.resolve()).then(() =>
          this.#say({ type: 'taken' }),
        );
        return;
      case 'result':
        resolve({ ok: true, payload: message.payload && JSON.parse(message.payload) });
        return;
      case 'failure':
        resolve(this.#failed(message.failure));
        return;
      case 'exit':
        resolve(crashed(message));
        return;
      case 'ready':
        return;
    }
  }

  #failed({ errorType, errorMessage, trace }: FunctionFailure): InvokeResult {
    return {
      ok: false,
      reason: 'error',
      error: { errorType, errorMessage, ...(trace && { trace }) },
    };
  }

  #listen(handle: Handle): void {
    this.#handle = handle;
    if (this.#exit !== undefined) handle({ type: 'exit', ...this.#exit });
  }

  #say(message: ToInstance): void {
    this.#worker.postMessage(message);
  }
}

function crashed({ code, cause }: Exit): InvokeResult {
  const outOfMemory = cause && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const why = cause === undefined ? `exit status ${code}` : cause.message;
  return {
    ok: false,
    reason: 'crashed',
    error: {
      errorType: outOfMemory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError',
      errorMessage: `Runtime exited with error: ${why}`,
    },
  };
}

function timedOut(requestId: string, seconds: number): InvokeResult {
  return {
    ok: false,
    reason: 'timeout',
    error: {
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
    },
  };
}

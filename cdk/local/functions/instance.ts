import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { FunctionConfig } from './function-config.ts';
import type { InvokeResult } from './invoker.ts';
import { PrintedLines } from './printed-lines.ts';
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
  /** Aborts when the client has disconnected. */
  readonly signal: AbortSignal;
}

interface Exit {
  readonly code: number;
  readonly cause?: unknown;
}
type Message =
  | Exclude<FromInstance, { readonly type: 'printed' }>
  | ({ readonly type: 'exit' } & Exit);
type Handle = (message: Message) => void;

/** One instance of a function: a thread that takes one event at a time and stays warm between. */
export class Instance {
  readonly #config: FunctionConfig;
  readonly #worker: Worker;
  readonly #endMs: number;
  #handle: Handle | undefined;
  #requestId = '';
  #exit: Exit | undefined;

  /** @param program of the thread, plain JavaScript */
  constructor(
    program: string,
    config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    onLine: (requestId: string, line: string) => void,
    endMs: number,
  ) {
    this.#config = config;
    this.#endMs = endMs;
    this.#worker = new Worker(program, {
      eval: true,
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
    const keep = (line: string) => onLine(this.#requestId, line);
    const printed = { stdout: new PrintedLines(keep), stderr: new PrintedLines(keep) };
    // What Node itself prints does not come as a message.
    for (const output of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input: output }).on('line', keep);
    }
    let cause: unknown;
    this.#worker.on('error', (error: unknown) => {
      cause = error;
    });
    this.#worker.on('exit', (code) => {
      printed.stdout.end();
      printed.stderr.end();
      this.#exit = { code, cause };
      this.#handle?.({ type: 'exit', ...this.#exit });
    });
    this.#worker.on('message', (message: FromInstance) => {
      if (message.type === 'printed') printed[message.to].take(message.text);
      else this.#handle?.(message);
    });
  }

  /** Whether the thread can take another event. */
  get alive(): boolean {
    return this.#exit === undefined;
  }

  /**
   * Waits for the bundle to load, at most `initMs` beyond the function's own timeout: Lambda lets a
   * load that took too long begin again within its first event.
   * @returns what went wrong, or nothing.
   */
  async ready(requestId: string, initMs: number): Promise<InvokeResult | undefined> {
    this.#requestId = requestId;
    const seconds = this.#config.timeoutSeconds;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve) => {
        timer = setTimeout(() => resolve(timedOut(requestId, seconds)), initMs + seconds * 1000);
        this.#listen((message) => {
          if (message.type === 'ready') resolve(undefined);
          else if (message.type === 'failure') resolve(this.#failed(message.failure));
          else if (message.type === 'exit') resolve(crashed(requestId, message));
        });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs one event to its end, its error or its timeout, which really ends the thread. */
  async run(
    event: string,
    context: InvocationContext,
    sink: Sink | undefined,
  ): Promise<InvokeResult> {
    this.#requestId = context.requestId;
    const gone = () => this.#send({ type: 'gone' });
    sink?.signal.addEventListener('abort', gone, { once: true });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<InvokeResult>((resolve) => {
        timer = setTimeout(() => {
          resolve(timedOut(context.requestId, this.#config.timeoutSeconds));
          void this.stop();
        }, context.deadline - Date.now());
        this.#listen((message) => this.#onMessage(message, sink, resolve));
        this.#send({ type: 'invoke', event, context });
      });
    } finally {
      clearTimeout(timer);
      sink?.signal.removeEventListener('abort', gone);
      this.#handle = undefined;
    }
  }

  /** Tells the function, as Lambda's SIGTERM does, that its environment is about to end. */
  announceStop(): void {
    this.#send({ type: 'stopping' });
  }

  /**
   * Ends the thread between two of its steps; only one that does not come to an end of a step is cut
   * off. A network that is cut off while it computes (onnxruntime) takes the whole process with it.
   */
  async stop(): Promise<void> {
    if (this.#exit !== undefined) return;
    const ended = once(this.#worker, 'exit');
    this.#send({ type: 'end' });
    const cut = setTimeout(() => void this.#worker.terminate(), this.#endMs);
    await ended;
    clearTimeout(cut);
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
        void (sink?.chunk(message.bytes) ?? Promise.resolve()).then(
          () => this.#send({ type: 'taken' }),
          () => this.#send({ type: 'gone' }),
        );
        return;
      case 'result':
        resolve(resultOf(message.payload));
        return;
      case 'failure':
        resolve(this.#failed(message.failure));
        return;
      case 'exit':
        resolve(crashed(this.#requestId, message));
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

  #send(message: ToInstance): void {
    this.#worker.postMessage(message);
  }
}

/** Lambda takes no more than this from a handler that does not stream. */
const MAX_RESULT_BYTES = 6 * 1024 * 1024;

function resultOf(json: string | undefined): InvokeResult {
  if (json === undefined) return { ok: true, payload: undefined };
  if (Buffer.byteLength(json) <= MAX_RESULT_BYTES) return { ok: true, payload: JSON.parse(json) };
  return {
    ok: false,
    reason: 'error',
    error: {
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size exceeded maximum allowed payload size (${MAX_RESULT_BYTES} bytes).`,
    },
  };
}

function crashed(requestId: string, { code, cause }: Exit): InvokeResult {
  const outOfMemory =
    cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const why = cause === undefined ? `exit status ${code}` : String(cause);
  return {
    ok: false,
    reason: 'crashed',
    error: {
      errorType: outOfMemory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${why}`,
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

/** The thread of one function instance: loads the bundle as Lambda's runtime does and runs events. */
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromInstance, FunctionFailure, InvocationContext, ToInstance } from './protocol.ts';
import { installStreaming, isStreamed, ResponseStream } from './response-stream.ts';

if (parentPort === null) throw new Error('This file runs in a worker thread only');
const port = parentPort;
const send = (message: FromInstance) => port.postMessage(message);

type Callback = (error: unknown, result?: unknown) => void;
type Handler = (event: unknown, context: object, callback: Callback) => unknown;

let stream: ResponseStream | undefined;

process.on('unhandledRejection', (reason) => {
  send({
    type: 'failure',
    failure: { ...failureOf(reason), errorType: 'Runtime.UnhandledPromiseRejection' },
  });
  process.exit(128);
});
process.on('uncaughtException', (error) => {
  send({
    type: 'failure',
    failure: { ...failureOf(error), errorType: 'Runtime.UncaughtException' },
  });
  process.exit(129);
});

installStreaming();
measureOwnMemory();
printThroughPort();
const handler = load();
if (handler !== undefined) {
  port.on('message', (message: ToInstance) => {
    if (message.type === 'invoke') void run(handler, JSON.parse(message.event), message.context);
    else if (message.type === 'taken') stream?.taken();
    else if (message.type === 'stopping') process.emit('SIGTERM', 'SIGTERM');
    else if (message.type === 'end') end();
    else stream?.gone();
  });
  send({ type: 'ready' });
}

/**
 * The streams of a thread ask for more after each line: two messages where one will do. Both come in the
 * order of what was printed, before the answer.
 */
function printThroughPort(): void {
  for (const to of ['stdout', 'stderr'] as const) {
    const output = process[to];
    output._write = (chunk: string | Uint8Array, _encoding, done) => {
      send({ type: 'printed', to, text: Buffer.from(chunk).toString() });
      done();
    };
    Reflect.set(output, '_writev', null);
  }
}

/** What the function started is ended first; a moment later the system has let go of it too. */
function end(): void {
  if (process.emit('SIGTERM', 'SIGTERM')) setTimeout(() => process.exit(1), 100);
  else process.exit(1);
}

/**
 * In Lambda the resident memory of the process is that of the function. A thread shares its process
 * with all others, so it reports only its own: heap and buffers, without native memory.
 */
function measureOwnMemory(): void {
  process.memoryUsage.rss = () => {
    const { heapTotal, external } = process.memoryUsage();
    return heapTotal + external;
  };
}

function load(): Handler | undefined {
  const { directory, handler: name } = workerData;
  // Lambda finds packages of layers through NODE_PATH, which only `require` honours.
  Reflect.get(Module, '_initPaths').call(Module);
  const [file, member] = String(name).split('.');
  try {
    const path = join(directory, `${file}.cjs`);
    const loaded = createRequire(path)(path)[member ?? ''];
    if (typeof loaded === 'function') return loaded;
    throw Object.assign(new Error(`${name} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  } catch (error) {
    send({ type: 'failure', failure: failureOf(error) });
    return undefined;
  }
}

async function run(handler: Handler, event: unknown, invocation: InvocationContext): Promise<void> {
  try {
    if (isStreamed(handler)) {
      stream = new ResponseStream(send);
      await Reflect.apply(handler, undefined, [event, stream, contextOf(invocation)]);
      await stream.finished();
      send({ type: 'result', payload: undefined, streamed: true });
    } else {
      const result = await call(handler, event, contextOf(invocation));
      send({ type: 'result', payload: JSON.stringify(result ?? null), streamed: false });
    }
  } catch (error) {
    send({ type: 'failure', failure: failureOf(error) });
  } finally {
    stream = undefined;
  }
}

/** A handler that takes a callback may answer through it; any other answers by returning. */
function call(handler: Handler, event: unknown, context: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(event, context, callback);
    if (handler.length < 3 || isPromise(returned)) resolve(returned);
  });
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function contextOf(invocation: InvocationContext): object {
  return {
    awsRequestId: invocation.requestId,
    functionName: invocation.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: invocation.functionArn,
    memoryLimitInMB: String(invocation.memoryMb),
    logGroupName: `/aws/lambda/${invocation.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(invocation.deadline - Date.now(), 0),
  };
}

function failureOf(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: 'string', errorMessage: String(error) };
  const missing = 'code' in error && error.code === 'MODULE_NOT_FOUND';
  return {
    errorType: missing ? 'Runtime.ImportModuleError' : error.name,
    errorMessage: error.message,
    trace: (error.stack ?? '').split('\n'),
  };
}

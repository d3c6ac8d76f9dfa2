import type { Functions } from '#cdk/local/functions/functions.ts';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import type { MessageStore } from '#cdk/local/sqs/message-store.ts';
import type { ExecutionStore } from '#cdk/local/workflows/execution-store.ts';
import type { DataPoint } from './metric.ts';

type Add = (point: DataPoint) => void;
type Clock = () => number;

/** Counts invocations that failed or were refused, of all functions together as of an account. */
export function countedFunctions(functions: Functions, add: Add, now: Clock = Date.now): Functions {
  const counted = async (running: Promise<InvokeResult>) => {
    const result = await running;
    const isThrottled = !result.ok && result.reason === 'throttled';
    const point = (name: string, value: boolean) =>
      add({
        metric: { namespace: 'AWS/Lambda', name, dimensions: {} },
        value: Number(value),
        at: now(),
      });
    point('Throttles', isThrottled);
    if (!isThrottled) point('Errors', !result.ok);
    return result;
  };
  return {
    ...functions,
    invoke: (name, event) => counted(functions.invoke(name, event)),
    stream: (name, event, sink) => counted(functions.stream(name, event, sink)),
  };
}

/**
 * Counts the requests that reach a function of the API, and those that end with 5xx. Requests that the
 * gateway refuses itself are not among them, nor those whose authorizer failed: it is invoked, not streamed.
 */
export function countedRequests(
  functions: Functions,
  apiName: string,
  add: Add,
  now: Clock = Date.now,
): Functions {
  const point = (name: string, value: number) =>
    add({
      metric: { namespace: 'AWS/ApiGateway', name, dimensions: { ApiName: apiName } },
      value,
      at: now(),
    });
  return {
    ...functions,
    async stream(name, event, sink) {
      let status: number | undefined;
      const result = await functions.stream(name, event, {
        signal: sink.signal,
        chunk: (bytes) => sink.chunk(bytes),
        prelude(prelude) {
          status = prelude.statusCode;
          sink.prelude(prelude);
        },
      });
      // What does not reply at all is a 502 or 504 of the gateway.
      const hasFailed = !result.ok || status === undefined || status >= 500;
      point('Count', 1);
      point('5XXError', Number(hasFailed));
      return result;
    },
  };
}

/**
 * How many messages each queue shows, and how old the oldest is in seconds.
 * @param at the instant that the values are of
 */
export function sampleQueues(store: MessageStore, add: Add, now: number, at: number): void {
  for (const queue of store.names()) {
    const point = (name: string, value: number) =>
      add({ metric: { namespace: 'AWS/SQS', name, dimensions: { QueueName: queue } }, value, at });
    point('ApproximateNumberOfMessagesVisible', store.counts(queue, now).visible);
    const sentAt = store.oldestSentAt(queue);
    point(
      'ApproximateAgeOfOldestMessage',
      sentAt === undefined ? 0 : Math.max(0, now - sentAt) / 1000,
    );
  }
}

const ENDS = {
  FAILED: 'ExecutionsFailed',
  ABORTED: 'ExecutionsAborted',
  TIMED_OUT: 'ExecutionsTimedOut',
} as const;

/** Executions of each machine that ended without success from `from` until before `to`. */
export function sampleExecutions(
  store: ExecutionStore,
  machineArns: readonly string[],
  add: Add,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): void {
  for (const arn of machineArns) {
    for (const [status, name] of Object.entries(ENDS)) {
      const metric = { namespace: 'AWS/States', name, dimensions: { StateMachineArn: arn } };
      add({ metric, value: store.countEnded(arn, status, from, to), at });
    }
  }
}

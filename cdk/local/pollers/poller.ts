import { setTimeout as pause } from 'node:timers/promises';
import type { DiskSpace } from '#cdk/local/disk/disk-space.ts';
import type { InvokeResult, Invoker } from '#cdk/local/functions/invoker.ts';
import { receiveWaiting } from '#cdk/local/sqs/long-poll.ts';
import type { ReceivedMessage } from '#cdk/local/sqs/message.ts';
import type { MessageStore } from '#cdk/local/sqs/message-store.ts';
import { failedItems } from './failed-items.ts';
import { sqsEvent } from './sqs-event.ts';

export interface PollerConfig {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly reportBatchItemFailures: boolean;
  readonly maximumConcurrency: number;
}

/** Pause of Lambda's poller after a function was throttled. */
const THROTTLED_PAUSE_MS = 500;
/** Between two looks whether work can go on. */
const REST_MS = 1_000;

/**
 * An event-source mapping: takes batches from a queue to a function and deletes what succeeded.
 * What failed stays hidden until its visibility timeout ends, then comes again or is redriven.
 */
export function startPoller(
  config: PollerConfig,
  store: MessageStore,
  invoker: Invoker,
  disk: DiskSpace = { isFull: () => false },
) {
  const stopping = new AbortController();
  const lanes = Array.from({ length: config.maximumConcurrency }, () => lane());

  async function lane(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        // What is begun on a full disk could not end.
        if (disk.isFull()) await rest(REST_MS);
        else await deliver(await nextBatch());
      } catch (error) {
        // The state file cannot be written, say: the messages are there when it can.
        console.error(`The poller of ${config.functionName} rests:`, error);
        await rest(REST_MS);
      }
    }
  }

  async function rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  async function nextBatch(): Promise<ReceivedMessage[]> {
    const { signal } = stopping;
    const ask = { inProcess: true, signal };
    const batch = await receiveWaiting(store, config.queueArn, {
      ...ask,
      max: Math.min(config.batchSize, 10),
      waitSeconds: 20,
    });
    const windowEnds = Date.now() + config.windowSeconds * 1000;
    while (batch.length > 0 && batch.length < config.batchSize && Date.now() < windowEnds) {
      const waitSeconds = (windowEnds - Date.now()) / 1000;
      const max = Math.min(config.batchSize - batch.length, 10);
      const more = await receiveWaiting(store, config.queueArn, { ...ask, max, waitSeconds });
      if (more.length === 0) break;
      batch.push(...more);
    }
    return batch;
  }

  async function deliver(batch: ReceivedMessage[]): Promise<void> {
    if (batch.length === 0) return;
    const result = await invoker.invoke(config.functionName, sqsEvent(config.queueArn, batch));
    if (!result.ok && result.reason === 'throttled') {
      // As on AWS the try is lost: the messages come back after their visibility timeout.
      await rest(THROTTLED_PAUSE_MS);
      return;
    }
    const failed = failuresOf(result, batch);
    for (const message of batch) {
      if (!failed.has(message.messageId)) store.delete(config.queueArn, message.receiptHandle);
    }
  }

  function failuresOf(result: InvokeResult, batch: ReceivedMessage[]): ReadonlySet<string> {
    const all = new Set(batch.map(({ messageId }) => messageId));
    if (!result.ok) return all;
    return config.reportBatchItemFailures ? failedItems(result.payload, all) : new Set();
  }

  return {
    /** Takes no more; resolves when the batches under way have ended. */
    async close(): Promise<void> {
      stopping.abort();
      await Promise.all(lanes);
    },
  };
}

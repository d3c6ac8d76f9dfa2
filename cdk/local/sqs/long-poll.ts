import { once } from 'node:events';
import type { ReceivedMessage } from './message.ts';
import type { MessageStore } from './message-store.ts';

/**
 * Waits until a message can be received, the time is over or `signal` says stop. Wakes up for new
 * messages and for the instant at which a hidden one comes back.
 */
export async function receiveWaiting(
  store: MessageStore,
  queueName: string,
  options: {
    max: number;
    waitSeconds: number;
    visibilitySeconds?: number | undefined;
    inProcess?: boolean;
    signal: AbortSignal;
  },
): Promise<ReceivedMessage[]> {
  const deadline = Date.now() + options.waitSeconds * 1000;
  for (;;) {
    if (options.signal.aborted) return [];
    const messages = store.receive(queueName, options, Date.now());
    const left = deadline - Date.now();
    if (messages.length > 0 || left <= 0) return messages;
    await arrival(store, queueName, left, options.signal);
  }
}

async function arrival(store: MessageStore, queue: string, left: number, signal: AbortSignal) {
  const next = store.nextVisibleAt(queue);
  const wait = next === undefined ? left : Math.min(left, Math.max(next - Date.now(), 1));
  const wake = AbortSignal.any([signal, AbortSignal.timeout(wait)]);
  await once(store.arrivals, store.queue(queue).name, { signal: wake }).catch((error: unknown) => {
    if (!wake.aborted) throw error;
  });
}

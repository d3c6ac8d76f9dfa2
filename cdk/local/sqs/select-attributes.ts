import type { ReceivedMessage } from './message.ts';

/** What SQS itself knows of a message. */
export function systemAttributes(message: ReceivedMessage) {
  return {
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    SenderId: '000000000000',
  };
}

/**
 * The attributes that a request names: by name, as `prefix.*`, or all as `All` and `.*`. Nothing when
 * it names none, as SQS does.
 */
export function selectAttributes<Value>(
  attributes: Readonly<Record<string, Value>>,
  asked: readonly string[],
): Record<string, Value> | undefined {
  const chosen = Object.entries(attributes).filter(([name]) =>
    asked.some(
      (one) =>
        one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2))),
    ),
  );
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}

import type { Topic } from '#shared/database/outbox-topics.ts';

type RetryTopic = Extract<Topic, `delivery.${string}`>;

/** Topics after as many attempts as they stand behind: at once, a minute later, then every quarter of an hour. */
const AFTER: readonly RetryTopic[] = [
  'delivery.due',
  'delivery.due.soon',
  'delivery.due.later',
  'delivery.due.later',
  'delivery.due.later',
  'delivery.due.later',
  'delivery.due.later',
  'delivery.due.later',
];

/**
 * When a delivery that failed so often is tried again; nothing when it is given up, after an hour and a
 * half. It stays in the log then, and a person may send it again.
 */
export function topicAfter(attempts: number): RetryTopic | undefined {
  return AFTER[attempts];
}

import { invalidValue, sqsError } from './errors.ts';
import type { MessageStore } from './message-store.ts';

const MAX_SECONDS = 43_200;

/** @throws ServiceError when the handle or the message is not one whose timeout can be changed */
export function changeVisibility(
  store: MessageStore,
  queueUrl: string,
  entry: { readonly ReceiptHandle: string; readonly VisibilityTimeout: number },
): object {
  const { ReceiptHandle: handle, VisibilityTimeout: seconds } = entry;
  if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
    throw invalidValue('VisibilityTimeout', seconds, `Must be between 0 and ${MAX_SECONDS}.`);
  }
  const outcome = store.changeVisibility(queueUrl, handle, seconds, Date.now());
  if (outcome === 'not-in-flight') {
    throw sqsError('MessageNotInflight', 'The specified message is not in flight.');
  }
  if (outcome === 'gone') {
    const reason = 'Message does not exist or is not available for visibility timeout change.';
    throw invalidValue('ReceiptHandle', handle, reason);
  }
  return {};
}

/**
 * What an error of SQS is about.
 * - `message`: SQS will never accept this message as it is (too long, characters XML does not allow).
 * - `queue`: this queue accepts no message of this function until its configuration is changed.
 * - `transient`: a retry may succeed.
 */
export type RefusalKind = 'message' | 'queue' | 'transient';

const QUEUE =
  /NonExistentQueue|QueueDoesNotExist|QueueDeletedRecently|InvalidAddress|AccessDenied|Kms/;

/** Throttling, or credentials and clocks that are renewed automatically. */
const TRANSIENT =
  /throttl|TooManyRequests|Unavailable|InternalError|Expired|Signature|InvalidClientTokenId|UnrecognizedClient|MissingAuthenticationToken|InvalidSecurity/i;

/**
 * Classifies the error code of a request or entry. An error without a code did not come from SQS.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
export function refusalKind(code: string): RefusalKind {
  if (code === '' || TRANSIENT.test(code)) return 'transient';
  return QUEUE.test(code) ? 'queue' : 'message';
}

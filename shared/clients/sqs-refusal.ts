/**
 * What a refusal of SQS is about.
 * - `message`: this message is never taken as it is (too long, characters XML does not allow).
 * - `queue`: no message of this function gets into this queue until somebody changes its set-up.
 * - `passing`: another try may succeed.
 */
export type RefusalKind = 'message' | 'queue' | 'passing';

const QUEUE =
  /NonExistentQueue|QueueDoesNotExist|QueueDeletedRecently|InvalidAddress|AccessDenied|Kms/;

/** Busy, or credentials and clocks that are renewed by themselves. */
const PASSING =
  /throttl|TooManyRequests|Unavailable|InternalError|Expired|Signature|InvalidClientTokenId|UnrecognizedClient|MissingAuthenticationToken|InvalidSecurity/i;

/**
 * Judges the code of a refused request or entry. One that carries no code did not come from SQS.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
export function refusalKind(code: string): RefusalKind {
  if (code === '' || PASSING.test(code)) return 'passing';
  return QUEUE.test(code) ? 'queue' : 'message';
}

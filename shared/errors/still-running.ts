import { UserError } from './user-error.ts';

/** The same request was sent before and has not ended: its reply will be there in a moment. */
export function stillRunning(): UserError {
  return new UserError(
    'conflict',
    'still-running',
    { pl: 'To samo żądanie jest jeszcze w toku.', en: 'The same request is still running.' },
    { retryAfter: 1 },
  );
}

import { PermanentError } from '#shared/errors/permanent-error.ts';

/** The code of a backup that is not what was written. */
export const DAMAGED = 'backup-damaged';

/** The backup does not verify, and trying again would read the same. @param what of it, for the operator */
export function damaged(what: string, cause?: unknown): PermanentError {
  return new PermanentError(DAMAGED, what, { cause });
}

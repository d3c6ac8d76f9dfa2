import * as z from 'zod/mini';
import { isPermanentError, PermanentError } from './permanent-error.ts';
import { isUserError } from './user-error.ts';

const Said = z.object({ errorType: z.string(), errorMessage: z.string() });

/**
 * What a workflow step throws, so that the code survives: Lambda hands on only a name and a message,
 * hence the message begins with the code (`unreadable-file: There is …`). What a user may be told
 * does not get better by trying again, so it is permanent.
 */
export function stepFailure(error: unknown): unknown {
  if (isPermanentError(error) || isUserError(error)) {
    return new PermanentError(error.code, `${error.code}: ${error.message}`, { cause: error });
  }
  return error;
}

/** What the `Cause` of a caught step says: the code of a permanent failure, else `internal`. */
export function readCause(cause: string): { readonly code: string; readonly message: string } {
  const message = messageOf(cause);
  const [, code, rest] = /^([a-z0-9-]+): (.*)$/s.exec(message) ?? [];
  return { code: code ?? 'internal', message: rest ?? message };
}

function messageOf(cause: string): string {
  try {
    const said = Said.safeParse(JSON.parse(cause));
    return said.success ? said.data.errorMessage : cause;
  } catch {
    return cause; // a timeout, say, comes as plain text
  }
}

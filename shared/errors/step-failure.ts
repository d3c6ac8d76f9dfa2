import * as z from 'zod/mini';
import { isPermanentError, PermanentError } from './permanent-error.ts';
import { isUserError } from './user-error.ts';

const LambdaError = z.object({ errorType: z.string(), errorMessage: z.string() });

/**
 * What a workflow step throws, so that the code survives: Lambda reports only a name and a message,
 * hence the message begins with the code (`unreadable-file: There is …`). A UserError does
 * not change on a retry, so it becomes permanent too.
 */
export function stepFailure(error: unknown): unknown {
  if (isPermanentError(error) || isUserError(error)) {
    return new PermanentError(error.code, `${error.code}: ${error.message}`, { cause: error });
  }
  return error;
}

/** Reads the `Cause` of a caught step: the code of a permanent failure, else `internal`. */
export function readCause(cause: string): { readonly code: string; readonly message: string } {
  const message = messageOf(cause);
  const [, code, rest] = /^([a-z0-9-]+): (.*)$/s.exec(message) ?? [];
  return { code: code ?? 'internal', message: rest ?? message };
}

function messageOf(cause: string): string {
  try {
    const failure = LambdaError.safeParse(JSON.parse(cause));
    return failure.success ? failure.data.errorMessage : cause;
  } catch {
    return cause; // a timeout, say, comes as plain text
  }
}

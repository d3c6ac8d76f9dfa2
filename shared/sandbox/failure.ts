import * as z from 'zod/mini';
import { isPermanentError, PermanentError } from '#shared/errors/permanent-error.ts';
import { isUserError, USER_ERROR_KINDS, UserError } from '#shared/errors/user-error.ts';

/** An error on its way from one process to another. */
export const Failure = z.union([
  z.object({
    type: z.literal('user'),
    kind: z.enum(USER_ERROR_KINDS),
    code: z.string(),
    text: z.object({ pl: z.string(), en: z.string() }),
  }),
  z.object({ type: z.literal('permanent'), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('other'), message: z.string(), stack: z.optional(z.string()) }),
]);
export type Failure = z.infer<typeof Failure>;

export function toFailure(error: unknown): Failure {
  if (isUserError(error)) {
    const { kind, code, text } = error;
    return { type: 'user', kind, code, text };
  }
  if (isPermanentError(error)) {
    return { type: 'permanent', code: error.code, message: error.message };
  }
  if (!(error instanceof Error)) return { type: 'other', message: String(error) };
  const { message, stack } = error;
  return { type: 'other', message, ...(stack !== undefined && { stack }) };
}

/** The error as it was thrown; of one that nobody may be shown, message and stack. */
export function toError(failure: Failure): Error {
  if (failure.type === 'user') return new UserError(failure.kind, failure.code, failure.text);
  if (failure.type === 'permanent') return new PermanentError(failure.code, failure.message);
  const error = new Error(failure.message);
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}

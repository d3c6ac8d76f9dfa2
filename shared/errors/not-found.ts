import { type Message, UserError } from './user-error.ts';

/** 404 `not-found`: what was asked for does not exist, or belongs to another household. */
export function notFound(text: Message, cause?: unknown): UserError {
  return new UserError('not-found', 'not-found', text, { cause });
}

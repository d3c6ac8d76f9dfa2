import { UserError } from './user-error.ts';

/** 401 `unauthorized`: nobody is signed in, or who is has been removed meanwhile. */
export function unauthorized(cause?: unknown): UserError {
  const text = { pl: 'Zaloguj się, aby to zrobić.', en: 'Sign in to do this.' };
  return new UserError('unauthorized', 'unauthorized', text, { cause });
}

import { UserError } from './user-error.ts';

/** 403 `missing-scope`: the token allows less than this needs. */
export function missingScope(scope: string): UserError {
  return new UserError('forbidden', 'missing-scope', {
    pl: `To wymaga uprawnienia „${scope}”.`,
    en: `This needs the scope "${scope}".`,
  });
}

import { unauthorized } from '#shared/errors/unauthorized.ts';

/** SQLSTATE foreign_key_violation. */
const NO_SUCH_ROW = '23503';

/** SQLSTATE insufficient_privilege. */
const REFUSED = '42501';

/**
 * A row that names its member cannot be written for one who was removed after the authorizer let the
 * request in, nor any row of a household that is being erased or is gone. That is no fault of ours; any
 * other error stays as it is.
 */
export function orUnauthorized(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const constraint = 'constraint' in error ? String(error.constraint) : '';
  const isMember = error.code === NO_SUCH_ROW && constraint.endsWith('_user_id_fkey');
  return isMember || isOfErased(error.code, constraint, error) ? unauthorized(error) : error;
}

function isOfErased(code: unknown, constraint: string, { message }: Error): boolean {
  if (code === NO_SUCH_ROW) return constraint.endsWith('_household_id_fkey');
  return code === REFUSED && message.includes('policy "not_erased"');
}

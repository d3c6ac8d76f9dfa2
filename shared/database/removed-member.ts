import { unauthorized } from '#shared/errors/unauthorized.ts';

/** SQLSTATE foreign_key_violation. */
const NO_SUCH_ROW = '23503';

/**
 * A row that names its member cannot be written for one who was removed after the authorizer let the
 * request in. That is no fault of ours; any other error stays as it is.
 */
export function orUnauthorized(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && 'constraint' in error)) return error;
  const isMember = String(error.constraint).endsWith('_user_id_fkey');
  return error.code === NO_SUCH_ROW && isMember ? unauthorized(error) : error;
}

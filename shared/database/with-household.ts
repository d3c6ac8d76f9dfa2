import type { PoolClient } from 'pg';
import { ServiceAway } from '#shared/errors/service-away.ts';
import { databaseError } from './database-error.ts';
import { joinedTransaction } from './joined-transaction.ts';
import { rolePool } from './pool.ts';
import { orUnauthorized } from './removed-member.ts';
import { inTransaction, openTransaction, type TransactionOptions } from './transaction.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The only access to a household's rows: one transaction in which row-level security shows the rows
 * of this household only, or a part of the one it is called in (see joined-transaction.ts). Needs the role
 * `foodsave_app`.
 * @throws UserError 401 when the member that a new row names has been removed, or the household is erased
 */
export async function withHousehold<T>(
  household: { readonly householdId: string },
  work: (client: PoolClient) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  const id = household.householdId;
  if (!UUID.test(id)) throw new Error('A household id must be a UUID');
  // One round trip for both statements; the id was just checked to be nothing but hex and dashes.
  const preamble = `select set_config('foodsave.household', '${id}', true)`;
  const pool = await poolOf('foodsave_app');
  const joined = joinedTransaction(id);
  if (joined !== undefined && (options?.serializable || options?.snapshot)) {
    throw new Error('What joins a transaction has its isolation');
  }
  try {
    if (joined === undefined) return await inTransaction(pool, preamble, work, options);
    return await joined.run(() => openTransaction(pool, `begin; ${preamble}`), work);
  } catch (error) {
    throw databaseError(orUnauthorized(error));
  }
}

/**
 * One transaction of the role `foodsave_worker`, which sees every household's rows in the tables
 * granted to it (`open_to_worker`) and no other table.
 */
export async function withWorker<T>(
  work: (client: PoolClient) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  const pool = await poolOf('foodsave_worker');
  return await inTransaction(pool, 'select 1', work, options).catch(rethrow);
}

/** One transaction before a household is known: only `identify` and `find_device_key` are allowed. */
export async function withoutHousehold<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  return await inTransaction(await poolOf('foodsave_app'), 'select 1', work).catch(rethrow);
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}

/** @throws ServiceAway when the secret of the role cannot be read */
async function poolOf(role: string) {
  const pool = await rolePool().catch((cause: unknown) => {
    throw new ServiceAway('database', cause);
  });
  if (pool.role !== role) {
    throw new Error(`This function acts as ${pool.role} and was asked to act as ${role}`);
  }
  return pool;
}

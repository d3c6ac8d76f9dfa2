import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import { databaseError, isConnectionLost } from './database-error.ts';
import type { OpenTransaction } from './transaction.ts';

type Work<T> = (client: PoolClient) => Promise<T>;

/** One transaction that everything joins which a piece of work does for one household. */
class JoinedTransaction {
  readonly householdId: string;
  #open: Promise<OpenTransaction> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;
  #lost: unknown;

  constructor(householdId: string, open?: OpenTransaction) {
    this.householdId = householdId;
    this.#open = open && Promise.resolve(open);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** One after the other, since savepoints of a connection nest; what fails undoes only itself. */
  async run<T>(begin: () => Promise<OpenTransaction>, work: Work<T>): Promise<T> {
    const turn = this.#last.then(() => this.#runNow(begin, work));
    this.#last = turn.catch(() => undefined);
    return await turn;
  }

  async #runNow<T>(begin: () => Promise<OpenTransaction>, work: Work<T>): Promise<T> {
    this.#open ??= begin();
    const open = await this.#open;
    const { client } = open;
    await client.query('savepoint joined');
    const inner = new JoinedTransaction(this.householdId, open);
    try {
      const result = await current.run(inner, () => work(client));
      await client.query('release savepoint joined');
      return result;
    } catch (error) {
      if (isConnectionLost(error)) this.#lost ??= error;
      else await client.query('rollback to savepoint joined').catch(() => undefined);
      throw error;
    } finally {
      inner.#isOver = true;
    }
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.#last;
    this.#isOver = true;
    const open = await this.#open;
    await (how === 'commit' ? open?.commit() : open?.rollback(this.#lost));
  }
}

const current = new AsyncLocalStorage<JoinedTransaction>();

/** The transaction that work for this household joins here, if there is one. */
export function joinedTransaction(householdId: string): JoinedTransaction | undefined {
  const joined = current.getStore();
  return joined?.householdId === householdId && !joined.isOver ? joined : undefined;
}

/**
 * Every `withHousehold` for this household inside `work` is part of one transaction, which begins with
 * the first of them and is committed when `work` returns. When `work` throws, nothing of it was done.
 */
export async function inOneTransaction<T>(
  { householdId }: { readonly householdId: string },
  work: () => Promise<T>,
): Promise<T> {
  const joined = new JoinedTransaction(householdId);
  try {
    const result = await current.run(joined, work);
    await joined.end('commit');
    return result;
  } catch (error) {
    if (!joined.isOver) await joined.end('rollback');
    throw databaseError(error);
  }
}

import type { TestDatabase } from './database.ts';

/** Resolves when a transaction of the product waits for a row that another one has locked. */
export async function untilBlocked(database: TestDatabase): Promise<void> {
  for (;;) {
    const waiting = await database.query(
      `select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
      [database.name],
    );
    if (waiting.length > 0) return;
    await new Promise(setImmediate);
  }
}

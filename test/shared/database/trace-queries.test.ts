import type { QueryConfig } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { sqlComment } from '#shared/database/sql-comment.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { beginTrace, currentTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
afterEach(() => void finishTrace());

interface Shown {
  readonly query: string;
}
/** What Postgres says that the connection is doing. */
const RUNNING = 'select query from pg_stat_activity where pid = pg_backend_pid()';

test('a statement that runs says for which request, and is counted', async () => {
  const household = await database.newHousehold();
  beginTrace({ requestId: 'request-of-a-person' });
  const trace = currentTrace();
  const ask = (query: string | QueryConfig) =>
    withHousehold(household, async (client) => (await client.query<Shown>(query)).rows[0]?.query);
  const seen = [await ask(RUNNING), await ask({ text: `${RUNNING} and $1`, values: [true] })];
  expect(seen).toEqual([
    `/*requestId='request-of-a-person',traceparent='${trace?.traceparent}'*/ ${RUNNING}`,
    `/*requestId='request-of-a-person',traceparent='${trace?.traceparent}'*/ ${RUNNING} and $1`,
  ]);
  // With the beginnings of both transactions and their ends.
  expect(finishTrace()?.trace.queries).toBe(6);
});

test('so does one of a connection of its own', async () => {
  beginTrace({ requestId: 'request-of-a-backup' });
  database.actAs('foodsave_backup');
  const { rows } = await withDedicatedClient((client) => client.query<Shown>(RUNNING));
  database.actAsApp();
  expect(rows[0]?.query).toContain("/*requestId='request-of-a-backup'");
});

test('outside a request nothing is said, and what fails still fails', async () => {
  const household = await database.newHousehold();
  const { rows } = await withHousehold(household, (client) => client.query(RUNNING));
  expect(rows[0]).toEqual({ query: RUNNING });
  const wrong = withHousehold(household, (client) => client.query('select from nowhere'));
  await expect(wrong).rejects.toMatchObject({ code: '42P01' });
});

test('whatever stands in it, it stays a comment', () => {
  const comment = sqlComment({ requestId: "*/'; drop table lots; /*\n", traceparent: '--' });
  expect(comment).toBe(
    "/*requestId='%2A%2F%27%3B%20drop%20table%20lots%3B%20%2F%2A%0A',traceparent='--'*/",
  );
});

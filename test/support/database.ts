import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { borrowedConnections, closePools } from '#shared/database/pool.ts';
import { ENV } from '#shared/env.ts';
import { SCHEMA_OWNER, TEMPLATE } from './database-server.ts';
import { startSecretsServer } from './secrets-server.ts';

const WEBHOOK_SECRET = 'secret-of-webhooks';

export interface TestDatabase {
  readonly name: string;
  /** From now on `withHousehold()` works (the default), as in an endpoint or a step. */
  actAsApp(): void;
  /** From now on `withWorker()` works, as in the sweeper. */
  actAsWorker(): void;
  /** From now on `withDedicatedClient()` reads as the backup does, or writes as the schema's owner. */
  actAs(role: 'foodsave_backup' | typeof SCHEMA_OWNER): void;
  /** Runs SQL as the superuser, past all policies: to look at rows, and to arrange them. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** A new household with one member, its owner, who may do everything. */
  newHousehold(): Promise<HouseholdContext>;
}

/**
 * A migrated database for the tests of one file: call it once at the top of the file. It is a clone
 * of the run's template, and the environment points the product's own code to it. At the end it is
 * dropped, and the file fails when a connection was not given back.
 */
export function testDatabase(): TestDatabase {
  const server = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const login = { host: '127.0.0.1', port: server.port, password: server.password };
  const superuser = { ...login, user: 'foodsave_owner' };
  const looker = new pg.Pool({ ...superuser, database: name, max: 1 });
  let secrets: Server;
  const act = (role: string) => {
    process.env[ENV.databaseSecret] = `secret-of-${role}`;
  };

  beforeAll(async () => {
    await once(superuser, `create database ${name} template ${TEMPLATE} owner ${SCHEMA_OWNER}`);
    const roles = ['foodsave_app', 'foodsave_worker', 'foodsave_backup', SCHEMA_OWNER];
    secrets = await startSecretsServer(
      new Map([
        ...roles.map((username): [string, string] => [
          `secret-of-${username}`,
          JSON.stringify({ username, password: server.password }),
        ]),
        [WEBHOOK_SECRET, JSON.stringify({ key: 'the-key-of-all-webhooks-of-this-test' })],
      ]),
    );
    const address = secrets.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    Object.assign(process.env, {
      [ENV.databaseHost]: '127.0.0.1',
      [ENV.databasePort]: String(server.port),
      [ENV.databaseName]: name,
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'test',
      [ENV.secretAccessKey]: 'test',
      [ENV.secretsEndpoint]: `http://127.0.0.1:${address.port}`,
      [ENV.webhookSecret]: WEBHOOK_SECRET,
      PGSSLMODE: 'disable',
    });
    act('foodsave_app');
  });

  afterAll(async () => {
    const leaked = await borrowedConnections();
    if (leaked === 0) await closePools();
    await looker.end();
    secrets.close();
    await once(superuser, `drop database ${name} with (force)`);
    if (leaked > 0) throw new Error(`${leaked} database connections were not given back`);
  });

  const query = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await looker.query<Row>(sql, values)).rows;
  return {
    name,
    actAsApp: () => act('foodsave_app'),
    actAsWorker: () => act('foodsave_worker'),
    actAs: act,
    query,
    async newHousehold() {
      const [row] = await query<{ household_id: string; user_id: string }>(
        'select * from identify($1, $2)',
        ['https://issuer.test', randomUUID()],
      );
      if (row === undefined) throw new Error('identify() answered nothing');
      return {
        householdId: row.household_id,
        userId: row.user_id,
        role: 'owner',
        scopes: ['read', 'write', 'admin'],
      };
    },
  };
}

async function once(login: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client({ ...login, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

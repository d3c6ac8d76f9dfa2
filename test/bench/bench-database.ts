import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '#cdk/local/ports.ts';
import { startPostgres } from '#cdk/local/postgres/postgres.ts';
import { migrate } from '#shared/database/migrate.ts';
import { readMigrations } from '#shared/database/migration-files.ts';
import { ENV } from '#shared/env.ts';
import { startSecretsServer } from '#test/support/secrets-server.ts';

const PASSWORD = 'only-for-a-bench';

/** Runs `work` with a migrated Postgres of its own, to which the product's own code connects. */
export async function withBenchDatabase<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-bench-'));
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const server = await startPostgres({ directory, port: await freePort(0), password: PASSWORD });
  const { port, user } = server;
  const login = { host: '127.0.0.1', port, user, password: PASSWORD, database: 'postgres' };
  const owner = new pg.Client(login);
  await owner.connect();
  const secretOf = (username: string) => JSON.stringify({ username, password: PASSWORD });
  const secrets = await startSecretsServer(
    new Map([
      ['app', secretOf('foodsave_app')],
      ['backup', secretOf('foodsave_backup')],
      ['owner', secretOf(user)],
    ]),
  );
  try {
    const passwords = {
      foodsave_app: PASSWORD,
      foodsave_worker: PASSWORD,
      foodsave_backup: PASSWORD,
    };
    await migrate(owner, await readMigrations(), passwords);
    const address = secrets.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    Object.assign(process.env, {
      [ENV.databaseHost]: '127.0.0.1',
      [ENV.databasePort]: String(port),
      [ENV.databaseName]: 'postgres',
      [ENV.databaseSecret]: 'app',
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'bench',
      [ENV.secretAccessKey]: 'bench',
      [ENV.secretsEndpoint]: `http://127.0.0.1:${address.port}`,
      PGSSLMODE: 'disable',
    });
    return await work(owner);
  } finally {
    const { closePools } = await import('#shared/database/pool.ts');
    await closePools();
    secrets.close();
    await owner.end();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { join } from 'node:path';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import type { Options } from './options.ts';
import { ensureDatabase, type ServerAddress } from './postgres/ensure-database.ts';
import { OWNER } from './postgres/initialise.ts';
import { resetOwnerPassword, type Server, startPostgres } from './postgres/postgres.ts';
import { reasonOf } from './reason-of.ts';
import { databaseNameOf } from './resources/databases.ts';
import { ownerSecretOf } from './resources/secrets.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import type { Stack } from './template/stack.ts';

const Owner = z.object({ username: z.string(), password: z.string() });

/** The template's database: the embedded server, or the one that DATABASE_URL names. */
export async function startDatabase(
  options: Options,
  port: number,
  secrets: SecretStore,
  stack: Stack,
): Promise<{ readonly broken: Promise<string>; close(): Promise<void> }> {
  const secret = ownerSecretOf(stack);
  const owner = Owner.parse(JSON.parse(secrets.find(secret)?.value ?? '{}'));
  if (options.databaseUrl !== undefined) {
    await reachOwnDatabase(options.databaseUrl, databaseNameOf(stack));
    return { broken: new Promise(() => undefined), close: async () => undefined };
  }
  // The cluster's first user has a fixed name, which the secret must hold.
  secrets.put(secret, JSON.stringify({ ...owner, username: OWNER }));
  const address = { host: '127.0.0.1', port, user: OWNER, password: owner.password, ssl: false };
  const server = await startOwnPostgres(options.data, address, databaseNameOf(stack));
  return {
    broken: new Promise((resolve) =>
      server.onCrash(() => resolve('Postgres ended by itself; start again.')),
    ),
    close: () => server.close(),
  };
}

/** SQLSTATE invalid_password. */
const INVALID_PASSWORD = '28P01';

/** Starts the embedded server; one that has another password than the state file is given that one. */
async function startOwnPostgres(
  data: string,
  address: ServerAddress,
  name: string,
): Promise<Server> {
  const { port, password } = address;
  const place = { directory: join(data, 'postgres'), port, password };
  const start = async () => {
    const server = await startPostgres(place);
    try {
      await ensureDatabase(address, name);
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  };
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === INVALID_PASSWORD))
      throw error;
    await resetOwnerPassword(place.directory, password);
    console.log(
      'The password of the database was lost with the state; the database has a new one.',
    );
    return await start();
  }
}

/** The database of DATABASE_URL, or of the template's name on its server, made unless it is there. */
async function reachOwnDatabase(url: URL, templateName: string): Promise<void> {
  const address = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ssl: !['disable', null].includes(url.searchParams.get('sslmode')),
  };
  try {
    await ensureDatabase(address, ownDatabaseName(url) ?? templateName);
  } catch (cause) {
    // Not the address itself: it holds a password.
    throw new CommandError(`The Postgres of DATABASE_URL is of no use: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

/** The database that the URL names by its path; none when it names only a server. */
export function ownDatabaseName(url: URL): string | undefined {
  return decodeURIComponent(url.pathname.slice(1)) || undefined;
}

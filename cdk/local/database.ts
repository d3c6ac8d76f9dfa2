import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Options } from './options.ts';
import { ensureDatabase } from './postgres/ensure-database.ts';
import { OWNER } from './postgres/initialise.ts';
import { startPostgres } from './postgres/postgres.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import type { Stack } from './template/stack.ts';
import { databaseNameOf, ownerSecretOf } from './wiring/secrets.ts';

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
    return { broken: new Promise(() => undefined), close: async () => undefined };
  }
  // The cluster's first user has a name of its own; the secret must say the same.
  secrets.put(secret, JSON.stringify({ ...owner, username: OWNER }));
  const server = await startPostgres({
    directory: join(options.data, 'postgres'),
    port,
    password: owner.password,
  });
  try {
    await ensureDatabase({ port, user: OWNER, password: owner.password }, databaseNameOf(stack));
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    broken: new Promise((resolve) =>
      server.onCrash(() => resolve('Postgres ended by itself; start again.')),
    ),
    close: () => server.close(),
  };
}

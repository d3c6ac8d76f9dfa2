import pg from 'pg';

/** SQLSTATE duplicate_database. */
const EXISTS = '42P04';

/** Where a server is, and as whom to speak to it. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly ssl: boolean;
}

/** Creates the database that RDS would have created with its cluster, unless it is there. */
export async function ensureDatabase(server: ServerAddress, name: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres', connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === EXISTS)) throw error;
  } finally {
    await client.end();
  }
}

import pg from 'pg';

/** SQLSTATE duplicate_database. */
const EXISTS = '42P04';

/** Creates the database that RDS would have created with its cluster. */
export async function ensureDatabase(
  server: { port: number; user: string; password: string },
  name: string,
): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', ssl: false, database: 'postgres', ...server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === EXISTS)) throw error;
  } finally {
    await client.end();
  }
}

import type { ClientBase } from 'pg';

/** The calendar day in the household's zone, `YYYY-MM-DD`. */
export async function today(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ today: string }>(
    'select (now() at time zone zone)::date as today from households',
  );
  const row = rows[0];
  if (row === undefined) throw new Error('The household does not exist');
  return row.today;
}

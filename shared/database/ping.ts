import { withoutHousehold } from './with-household.ts';

/** Runs a trivial query. @throws when the database does not answer */
export async function pingDatabase(): Promise<void> {
  await withoutHousehold((client) => client.query('select 1'));
}

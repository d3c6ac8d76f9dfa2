import { withoutHousehold } from './with-household.ts';

/** Asks the database for an answer. @throws when none comes */
export async function pingDatabase(): Promise<void> {
  await withoutHousehold((client) => client.query('select 1'));
}

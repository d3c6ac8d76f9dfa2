import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { type StoredUpload, uploadsOfBatch } from './upload-store.ts';

export interface StoredBatch {
  readonly id: string;
  readonly started_at: Date | null;
  readonly created_at: Date;
  readonly uploads: readonly StoredUpload[];
}

export async function createBatch(client: ClientBase, householdId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'insert into upload_batches (household_id) values ($1) returning id',
    [householdId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The batch was not inserted');
  return row.id;
}

/** A batch with its uploads in the order they were named. @throws UserError 404 */
export async function readBatch(household: HouseholdContext, id: string): Promise<StoredBatch> {
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Omit<StoredBatch, 'uploads'>>(
      'select id, started_at, created_at from upload_batches where id = $1',
      [id],
    );
    const [batch] = rows;
    if (batch === undefined) {
      throw notFound({ pl: 'Nie ma takiej paczki plików.', en: 'There is no such batch.' });
    }
    return { ...batch, uploads: await uploadsOfBatch(client, id) };
  });
}

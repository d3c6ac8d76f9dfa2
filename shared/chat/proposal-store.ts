import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';

export interface StoredProposal {
  readonly id: string;
  readonly payload: unknown;
  readonly status: 'open' | 'confirmed' | 'rejected';
  readonly booking_ids: string[] | null;
  readonly expired: boolean;
}

/** A proposal, locked until the transaction ends. @throws UserError 404 */
export async function lockProposal(client: ClientBase, id: string): Promise<StoredProposal> {
  const { rows } = await client.query<StoredProposal>(
    `select id, payload, status, booking_ids, expires_at < now() as expired
     from chat_proposals where id = $1 for update`,
    [id],
  );
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiej propozycji.', en: 'There is no such proposal.' });
}

export async function closeProposal(
  client: ClientBase,
  id: string,
  status: 'confirmed' | 'rejected',
  bookingIds: readonly string[] | null,
): Promise<void> {
  await client.query('update chat_proposals set status = $2, booking_ids = $3 where id = $1', [
    id,
    status,
    bookingIds,
  ]);
}

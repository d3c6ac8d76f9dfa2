import type { ClientBase } from 'pg';

/** Everything that may lie in the outbox, by topic. */
export interface Topics {
  readonly 'receipt.requested': {
    readonly uploadId: string;
    readonly householdId: string;
    readonly attempt: number;
  };
  /** Uploads that should have ended by the time this arrives. */
  readonly 'uploads.look': { readonly look: readonly string[]; readonly householdId: string };
  /** A batch has waited long enough for its files. */
  readonly 'batch.due': { readonly batchId: string; readonly householdId: string };
}

export type Topic = keyof Topics;

/** Puts a message into the outbox, to be sent once the transaction of `client` is committed. */
export async function enqueue<T extends Topic>(
  client: ClientBase,
  topic: T,
  payload: Topics[T],
): Promise<void> {
  await client.query('insert into outbox (household_id, topic, payload) values ($1, $2, $3)', [
    payload.householdId,
    topic,
    JSON.stringify(payload),
  ]);
}

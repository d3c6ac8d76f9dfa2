import type { ClientBase } from 'pg';
import { GtinAnswer } from './open-food-facts.ts';

/** What is known is believed for a month, that nothing is known for a day. */
const FRESH = `fetched_at > now() - case when answer is null then interval '1 day' else interval '30 days' end`;

export interface KnownGtin {
  /** Null: Open Food Facts knows no such product. */
  readonly answer: GtinAnswer | null;
  readonly fetchedAt: Date;
}

/** The kept answer, as long as it is fresh. */
export async function readGtinAnswer(
  client: ClientBase,
  gtin: string,
): Promise<KnownGtin | undefined> {
  const { rows } = await client.query<{ answer: unknown; fetched_at: Date }>(
    `select answer, fetched_at from gtin_answers where gtin = $1 and ${FRESH}`,
    [gtin],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    answer: row.answer === null ? null : GtinAnswer.parse(row.answer),
    fetchedAt: row.fetched_at,
  };
}

export async function writeGtinAnswer(
  client: ClientBase,
  gtin: string,
  answer: GtinAnswer | null,
): Promise<void> {
  await client.query(
    `insert into gtin_answers (gtin, answer) values ($1, $2)
     on conflict (gtin) do update set answer = excluded.answer, fetched_at = now()`,
    [gtin, answer === null ? null : JSON.stringify(answer)],
  );
}

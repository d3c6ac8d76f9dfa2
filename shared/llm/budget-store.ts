import type { ClientBase } from 'pg';
import type { Tokens } from './providers/provider.ts';

export interface BudgetDay {
  /** A day of the household's zone. */
  readonly day: string;
  readonly tokens: number;
  readonly backgroundTokens: number;
}

/** What the household has used today; others of it wait until this transaction ends. */
export async function lockToday(client: ClientBase, householdId: string): Promise<BudgetDay> {
  const { rows } = await client.query<BudgetDay>(
    `insert into model_days (household_id, day)
     select household_id, (now() at time zone zone)::date from households where household_id = $1
     on conflict (household_id, day) do update set day = excluded.day
     returning day, input_tokens + output_tokens as tokens, background_tokens as "backgroundTokens"`,
    [householdId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The household has no budget of today');
  return row;
}

export interface Reserved {
  readonly tokens: number;
  readonly backgroundTokens: number;
}

/** What running calls of the day hold, without those whose process died: their time is over. */
export async function reservedTokens(client: ClientBase, day: string): Promise<Reserved> {
  await client.query('delete from model_reservations where expires_at < now()');
  const { rows } = await client.query<Reserved>(
    `select coalesce(sum(tokens), 0)::bigint as tokens,
            coalesce(sum(tokens) filter (where is_background), 0)::bigint as "backgroundTokens"
     from model_reservations where day = $1`,
    [day],
  );
  return rows[0] ?? { tokens: 0, backgroundTokens: 0 };
}

export interface NewReservation {
  readonly householdId: string;
  readonly day: string;
  readonly tokens: number;
  readonly isBackground: boolean;
  readonly seconds: number;
}

/** @returns its id */
export async function insertReservation(
  client: ClientBase,
  { householdId, day, tokens, isBackground, seconds }: NewReservation,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into model_reservations (household_id, day, tokens, is_background, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5)) returning id`,
    [householdId, day, tokens, isBackground, seconds],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The reservation was not inserted');
  return row.id;
}

export interface Settlement extends Omit<NewReservation, 'tokens' | 'seconds'> {
  readonly id: string;
  readonly used: Tokens;
  readonly failed: boolean;
}

/** Puts what was used in the place of what was reserved, also where that has been released meanwhile. */
export async function settleReservation(client: ClientBase, settled: Settlement): Promise<void> {
  const { householdId, day, id, isBackground, failed } = settled;
  const { inputTokens, outputTokens } = settled.used;
  await client.query(
    `update model_days set
       calls = calls + 1,
       failed_calls = failed_calls + $3,
       input_tokens = input_tokens + $4,
       output_tokens = output_tokens + $5,
       background_tokens = background_tokens + $6
     where household_id = $1 and day = $2`,
    [
      ...[householdId, day, failed ? 1 : 0, inputTokens, outputTokens],
      isBackground ? inputTokens + outputTokens : 0,
    ],
  );
  await client.query('delete from model_reservations where id = $1', [id]);
}

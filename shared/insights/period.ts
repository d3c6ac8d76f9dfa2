import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';

/** Days of the household's zone, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * The asked days; without them the twelve months that end today, the first of them whole.
 * @throws UserError `invalid-period` when it ends before it begins
 */
export async function periodOf(
  client: ClientBase,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Period> {
  const { rows } = await client.query<Period>(
    `with day as (
       select coalesce($2::date, (now() at time zone zone)::date) as "to" from households)
     select coalesce($1::date, (date_trunc('month', "to") - interval '11 months')::date) as "from", "to"
     from day`,
    [asked.from ?? null, asked.to ?? null],
  );
  const period = rows[0];
  if (period === undefined) throw new Error('The household does not exist');
  if (period.from <= period.to) return period;
  const text = { pl: 'Okres kończy się, zanim się zacznie.', en: 'It ends before it begins.' };
  const fields = [{ pointer: '?from', detail: text.en }];
  throw new UserError('bad-input', 'invalid-period', text, { fields });
}

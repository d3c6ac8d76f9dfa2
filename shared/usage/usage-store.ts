import type { ClientBase } from 'pg';
import type { UsagePeriod } from './usage-period.ts';
import type { TokenBudget, UsageDay, UsageMonth } from './usage-schema.ts';

/** Each day of the household on which something was used, from all tables that keep account; by $1 and $2. */
const USED_DAYS = `
  select day, requests, ocr_pages, 0 as calls, 0::bigint as input_tokens,
    0::bigint as output_tokens, 0::bigint as background_tokens, 0::bigint as bytes
  from usage_days where day between $1 and $2
  union all
  select day, 0, 0, calls, input_tokens, output_tokens, background_tokens, 0
  from model_days where day between $1 and $2
  union all
  select (u.created_at at time zone h.zone)::date, 0, 0, 0, 0, 0, 0, u.size
  from uploads u join households h using (household_id)
  where u.status <> 'awaiting-file'
    and (u.created_at at time zone h.zone)::date between $1 and $2`;

const SUMS = `sum(requests)::bigint as requests, sum(calls)::bigint as "modelCalls",
  sum(input_tokens)::bigint as "inputTokens", sum(output_tokens)::bigint as "outputTokens",
  sum(background_tokens)::bigint as "backgroundTokens", sum(ocr_pages)::bigint as "ocrPages",
  sum(bytes)::bigint as "storedBytes"`;

/** The newest first. */
export async function usedDays(client: ClientBase, period: UsagePeriod): Promise<UsageDay[]> {
  const { rows } = await client.query<UsageDay>(
    `select day, ${SUMS} from (${USED_DAYS}) used group by day order by day desc`,
    [period.from, period.to],
  );
  return rows;
}

/** The whole months that the period touches, the newest first. */
export async function usedMonths(client: ClientBase, period: UsagePeriod): Promise<UsageMonth[]> {
  const { rows } = await client.query<UsageMonth>(
    `select to_char(day, 'YYYY-MM') as month, ${SUMS} from (${USED_DAYS}) used
     group by 1 order by 1 desc`,
    [firstOfMonth(period.from), lastOfMonth(period.to)],
  );
  return rows;
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function lastOfMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Files of uploads that arrived and are still known. */
export async function storedFiles(client: ClientBase): Promise<{ files: number; bytes: number }> {
  const { rows } = await client.query<{ files: number; bytes: number }>(
    `select count(*) as files, coalesce(sum(size), 0)::bigint as bytes
     from uploads where status <> 'awaiting-file'`,
  );
  return rows[0] ?? { files: 0, bytes: 0 };
}

/** What is left of today's tokens of language models. */
export async function tokenBudget(client: ClientBase, limit: number): Promise<TokenBudget> {
  const { rows } = await client.query<{ used: number; reserved: number; resetsAt: Date }>(
    `select coalesce(d.input_tokens + d.output_tokens, 0)::bigint as used,
       (select coalesce(sum(r.tokens), 0)::bigint from model_reservations r
        where r.day = t.today and r.expires_at > now()) as reserved,
       (t.today + 1)::timestamp at time zone h.zone as "resetsAt"
     from households h
       cross join lateral (select (now() at time zone h.zone)::date as today) t
       left join model_days d on d.day = t.today`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The household does not exist');
  const { used, reserved, resetsAt } = row;
  const left = Math.max(0, limit - used - reserved);
  return { limit, used, reserved, left, resetsAt: resetsAt.toISOString() };
}

/** Adds pages to today's account of the household. */
export async function addOcrPages(
  client: ClientBase,
  householdId: string,
  pages: number,
): Promise<void> {
  await client.query(
    `insert into usage_days as known (household_id, day, ocr_pages)
     select household_id, (now() at time zone zone)::date, $2 from households where household_id = $1
     on conflict (household_id, day) do update set ocr_pages = known.ocr_pages + excluded.ocr_pages`,
    [householdId, pages],
  );
}

import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withoutHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { hashKey } from '#shared/households/device-key.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import type { CalendarFeed } from './calendar-schema.ts';

/** Whose calendar is read, and how it is written. */
export interface FeedOwner {
  readonly householdId: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
}

interface Row {
  readonly id: string;
  readonly created_at: Date;
}

/** @throws UserError 409 when there are too many */
export async function insertFeed(
  client: ClientBase,
  { householdId, userId }: HouseholdContext,
  token: string,
): Promise<CalendarFeed> {
  const { rows } = await client.query<Row>(
    `insert into calendar_feeds (household_id, user_id, hash) values ($1, $2, $3)
     returning id, created_at`,
    [householdId, userId, hashKey(token)],
  );
  await requireWithinLimit(client, 'calendarFeeds');
  const [row] = rows;
  if (row === undefined) throw new Error('The insert returned no row');
  return feedOf(row);
}

/** The newest first. */
export async function selectFeeds(client: ClientBase): Promise<CalendarFeed[]> {
  const { rows } = await client.query<Row>(
    'select id, created_at from calendar_feeds order by id desc',
  );
  return rows.map(feedOf);
}

/** @throws UserError 404 */
export async function deleteFeed(client: ClientBase, id: string): Promise<void> {
  const { rowCount } = await client.query('delete from calendar_feeds where id = $1', [id]);
  if (rowCount === 0)
    throw notFound({ pl: 'Nie ma takiego kalendarza.', en: 'There is no such feed.' });
}

/** @throws UserError 404 `unknown-feed` for a token that is revoked or never was */
export async function findFeed(token: string): Promise<FeedOwner> {
  const [row] = await withoutHousehold(async (client) => {
    const { rows } = await client.query<FeedOwner>(
      'select household_id as "householdId", locale, zone from find_calendar_feed($1)',
      [hashKey(token)],
    );
    return rows;
  });
  if (row !== undefined) return row;
  throw new UserError('not-found', 'unknown-feed', {
    pl: 'Ten adres kalendarza nie działa: odwołano go albo nigdy go nie było.',
    en: 'This calendar address does not work: it was revoked, or never was.',
  });
}

function feedOf({ id, created_at }: Row): CalendarFeed {
  return { id, createdAt: created_at.toISOString() };
}

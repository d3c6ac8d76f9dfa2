import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Page } from '#shared/paging/page.ts';
import {
  type CalendarFeed,
  type CreatedCalendarFeed,
  generateFeedToken,
} from './calendar-schema.ts';
import { deleteFeed, insertFeed, selectFeeds } from './feed-store.ts';

/** All of them on one page: they are few. */
export async function pageOfFeeds(household: HouseholdContext): Promise<Page<CalendarFeed>> {
  return { items: await withHousehold(household, selectFeeds), next: null };
}

/** @throws UserError 409 when there are too many */
export async function addFeed(
  household: HouseholdContext,
  baseUrl: string,
): Promise<CreatedCalendarFeed> {
  const token = generateFeedToken();
  const feed = await withHousehold(household, (client) => insertFeed(client, household, token));
  const base = baseUrl.endsWith('/') ? baseUrl.slice(0, -1) : baseUrl;
  const url = (name: string) => `${base}/api/v2/calendar/${name}.ics?token=${token}`;
  return { ...feed, meals: url('meals'), expiries: url('expiries') };
}

/** @throws UserError 404 */
export async function removeFeed(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, (client) => deleteFeed(client, id));
}

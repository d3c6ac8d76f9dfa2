import { calendarRoutes } from '#shared/calendar/calendar-routes.ts';
import { expiryCalendar } from '#shared/calendar/expiry-calendar.ts';
import { addFeed, pageOfFeeds, removeFeed } from '#shared/calendar/feeds.ts';
import { mealCalendar } from '#shared/calendar/meal-calendar.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes, reply } from '#shared/entry/reply.ts';

const calendar = (text: string) =>
  bytes(200, text, {
    'content-type': 'text/calendar; charset=utf-8',
    // The address is the secret: nothing on the way keeps what it opens.
    'cache-control': 'private, no-store',
  });

export const handler = endpoint(calendarRoutes, {
  listCalendarFeeds: async ({ household }) => reply(200, await pageOfFeeds(household)),
  addCalendarFeed: async ({ household, baseUrl }) => reply(201, await addFeed(household, baseUrl)),
  removeCalendarFeed: async ({ household, params }) => {
    await removeFeed(household, params.feedId);
    return reply(204);
  },
  readMealCalendar: async ({ query }) => calendar(await mealCalendar(query.token)),
  readExpiryCalendar: async ({ query }) => calendar(await expiryCalendar(query.token)),
});

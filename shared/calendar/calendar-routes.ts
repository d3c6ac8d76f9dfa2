import * as z from 'zod/mini';
import { content, noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { pageSchema } from '#shared/paging/page.ts';
import { CalendarFeed, CreatedCalendarFeed, FeedToken } from './calendar-schema.ts';

const FEEDS = '/api/v2/calendar/feeds';
const query = z.strictObject({ token: FeedToken });
const problems = { 400: ['invalid-query', 'forbidden-character'], 404: ['unknown-feed'] };

export const calendarRoutes = defineRoutes('calendar', {
  listCalendarFeeds: {
    method: 'GET',
    path: FEEDS,
    scope: 'read',
    summary: 'The calendar feeds of the household, without their addresses.',
    replies: { 200: pageSchema(CalendarFeed) },
  },
  addCalendarFeed: {
    method: 'POST',
    path: FEEDS,
    scope: 'write',
    // A stolen device must not be able to outlive the removal of its key.
    signedIn: true,
    summary:
      'Makes secret addresses that calendar programs read. This reply is the only one that shows them.',
    secret: true,
    problems: { 409: ['too-many-feeds'] },
    replies: { 201: CreatedCalendarFeed },
  },
  removeCalendarFeed: {
    method: 'DELETE',
    path: `${FEEDS}/{feedId}`,
    scope: 'write',
    summary: 'Revokes a feed: its addresses answer 404 from then on.',
    params: z.object({ feedId: z.uuid() }),
    replies: { 204: noBody },
  },
  readMealCalendar: {
    method: 'GET',
    path: '/api/v2/calendar/meals.ics',
    scope: 'open',
    summary: 'Planned meals and what is to be done before them, as a calendar (RFC 5545).',
    query,
    problems,
    replies: { 200: content('text/calendar') },
  },
  readExpiryCalendar: {
    method: 'GET',
    path: '/api/v2/calendar/expiries.ics',
    scope: 'open',
    summary: 'The days on which food of the pantry expires, as a calendar (RFC 5545).',
    query,
    problems,
    replies: { 200: content('text/calendar') },
  },
});

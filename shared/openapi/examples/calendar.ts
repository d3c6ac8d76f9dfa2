import type { calendarRoutes } from '#shared/calendar/calendar-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const FEED = { id: ID.list, createdAt: BOUGHT_AT };
const TOKEN = `fsc_${'x'.repeat(43)}`;
const url = (name: string) => `https://api.example.org/api/v2/calendar/${name}.ics?token=${TOKEN}`;
const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…';

export const calendarExamples: ExamplesOf<typeof calendarRoutes> = {
  listCalendarFeeds: { reply: { items: [FEED], next: null } },
  addCalendarFeed: { reply: { ...FEED, meals: url('meals'), expiries: url('expiries') } },
  removeCalendarFeed: {},
  readMealCalendar: { reply: CALENDAR },
  readExpiryCalendar: { reply: CALENDAR },
};

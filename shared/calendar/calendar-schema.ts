import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';

export const CalendarFeed = z.object({ id: z.uuid(), createdAt: z.iso.datetime() });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** The only reply that shows the addresses. */
export const CreatedCalendarFeed = z.extend(CalendarFeed, {
  /** Of the planned meals and what is to be done before them. */
  meals: z.string(),
  /** Of the days on which food expires. */
  expiries: z.string(),
});
export type CreatedCalendarFeed = z.infer<typeof CreatedCalendarFeed>;

/** As it is in the addresses: 256 random bits, with a prefix that secret scanners recognise. */
export const FeedToken = z.string().check(z.regex(/^fsc_[A-Za-z0-9_-]{43}$/));

export function generateFeedToken(): string {
  return `fsc_${randomBytes(32).toString('base64url')}`;
}

import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import { type Component, calendarText } from '#shared/icalendar/calendar.ts';
import { dayValue, textValue, utcValue } from '#shared/icalendar/content-line.ts';
import { largerAmountText, placeName } from '#shared/pantry/lot-text.ts';
import { type DatedLot, selectDatedLots } from './dated-lot-store.ts';
import { findFeed } from './feed-store.ts';

const NAME = { pl: 'Terminy jedzenia', en: 'Expiry dates' } as const;
const KINDS = {
  pl: { 'use-by': 'należy spożyć do', 'best-before': 'najlepiej spożyć do' },
  en: { 'use-by': 'use by', 'best-before': 'best before' },
} as const;

/** The calendar of days on which food expires, each lot a whole day. @throws UserError 404 `unknown-feed` */
export async function expiryCalendar(token: string): Promise<string> {
  const owner = await findFeed(token);
  const lots = await withHousehold(owner, selectDatedLots);
  return calendarText(
    NAME[owner.locale],
    lots.map((lot) => expiryEvent(lot, owner.locale)),
  );
}

function expiryEvent(lot: DatedLot, locale: Locale): Component {
  const { id, name, date, kind, location, value, unit, changedAt, version } = lot;
  return {
    kind: 'VEVENT',
    properties: [
      ['UID', id],
      ['DTSTAMP', utcValue(changedAt)],
      ['SEQUENCE', String(version - 1)],
      ['DTSTART;VALUE=DATE', dayValue(date)],
      ['DTEND;VALUE=DATE', dayValue(addDays(date, 1))],
      ['SUMMARY', textValue(`${name} ${largerAmountText({ value, unit }, locale)}`)],
      ['DESCRIPTION', textValue(`${KINDS[locale][kind]}; ${placeName(location, locale)}`)],
      ['TRANSP', 'TRANSPARENT'],
    ],
  };
}

import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { calendarText } from '#shared/icalendar/calendar.ts';
import { timeZone } from '#shared/icalendar/time-zone.ts';
import { seededRandom } from '#shared/planning/random.ts';

const host = process.env.TZ;
afterEach(() => {
  if (host === undefined) delete process.env.TZ;
  else process.env.TZ = host;
});

/** Instants of local times, as a program reads them that knows no zone but the one in the calendar. */
function instantsOf(zone: string, times: readonly string[]): Date[] {
  const events = times.map((time) => ({
    kind: 'VEVENT' as const,
    properties: [[`DTSTART;TZID=${zone}`, time.replaceAll('-', '').replaceAll(':', '')]] as const,
  }));
  const text = calendarText('Zone', [timeZone(zone, '2026-01-01', '2027-12-31'), ...events]);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const told = new ICAL.Timezone({
    component: calendar.getFirstSubcomponent('vtimezone'),
    tzid: zone,
  });
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const start = new ICAL.Event(event).startDate;
    start.zone = told;
    return start.toJSDate();
  });
}

/** What a clock in the zone shows. */
function clock(zone: string, instant: Date): string {
  const format = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(instant).replace(' ', 'T');
}

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('read on a machine in %s', (machine) => {
  test.each(['Europe/Warsaw', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'])(
    'times of %s are what its clocks show, summer and winter',
    (zone) => {
      process.env.TZ = machine;
      const random = seededRandom(7);
      const times = Array.from({ length: 200 }, () => {
        const day = new Date(Date.UTC(2026, 0, 1 + random.below(730))).toISOString().slice(0, 10);
        // Clocks are changed at night: no meal is then.
        return `${day}T${String(7 + random.below(15)).padStart(2, '0')}:30:00`;
      });
      expect(instantsOf(zone, times).map((instant) => clock(zone, instant))).toEqual(times);
    },
  );
});

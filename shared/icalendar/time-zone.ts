import type { Component } from './calendar.ts';
import { localValue } from './content-line.ts';
import { offsetAt, transitionsOf } from './zone-offset.ts';

/**
 * A zone as calendars want it told (RFC 5545, 3.6.5): what the clocks show before the first day, and each change of
 * them from a year before until a year after the days that matter.
 * @param from and
 * @param to first and last of these days
 */
export function timeZone(zone: string, from: string, to: string): Component {
  const first = Date.UTC(Number(from.slice(0, 4)) - 1, 0, 1);
  const last = Date.UTC(Number(to.slice(0, 4)) + 2, 0, 1);
  const begin = offsetAt(zone, first);
  const changes = transitionsOf(zone, first, last);
  const least = Math.min(begin, ...changes.flatMap((change) => [change.from, change.to]));
  const observance = (before: number, after: number, instant: number): Component => ({
    kind: after > least ? 'DAYLIGHT' : 'STANDARD',
    properties: [
      // By the clock as it was until then.
      ['DTSTART', localValue(instant + before * 60_000)],
      ['TZOFFSETFROM', offsetValue(before)],
      ['TZOFFSETTO', offsetValue(after)],
    ],
  });
  return {
    kind: 'VTIMEZONE',
    properties: [['TZID', zone]],
    components: [
      observance(begin, begin, Date.UTC(1970, 0, 1)),
      ...changes.map((change) => observance(change.from, change.to, change.instant)),
    ],
  };
}

/** `+0100`, `-0330` */
function offsetValue(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

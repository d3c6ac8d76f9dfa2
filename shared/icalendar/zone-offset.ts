const FORMATS = new Map<string, Intl.DateTimeFormat>();
const MINUTE = 60_000;

/** Minutes by which the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  let format = FORMATS.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    FORMATS.set(zone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  // `GMT+01:00`; plain `GMT` is no offset at all.
  const [, sign, hours = '0', minutes = '0'] = /^GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** An instant at which clocks are changed. */
export interface Transition {
  readonly instant: number;
  readonly from: number;
  readonly to: number;
}

/** When the clocks of a zone change in a span, to the minute. */
export function transitionsOf(zone: string, first: number, last: number): Transition[] {
  const found: Transition[] = [];
  const DAY = 1440 * MINUTE;
  for (let day = first; day < last; day += DAY) {
    const [from, to] = [offsetAt(zone, day), offsetAt(zone, day + DAY)];
    if (from === to) continue;
    let [before, after] = [day, day + DAY];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
      if (offsetAt(zone, middle) === from) before = middle;
      else after = middle;
    }
    found.push({ instant: after, from, to });
  }
  return found;
}

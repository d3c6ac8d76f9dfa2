/**
 * A shop's wall clock as an instant of RFC 3339 with the zone's offset on that day:
 * `2019-03-03`, `14:07`, Europe/Warsaw → `2019-03-03T14:07:00+01:00`. Without a time, the day alone.
 */
export function localInstant(
  date: string | null,
  time: string | null,
  zone: string,
): string | null {
  if (date === null || time === null) return date;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = parts
    .formatToParts(new Date(`${date}T${time}:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value;
  // `GMT+01:00`; plain `GMT` is no offset at all.
  return `${date}T${time}:00${offset?.slice(3) || 'Z'}`;
}

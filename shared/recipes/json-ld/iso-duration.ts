const DURATION =
  /^P(?:(\d{1,4}(?:\.\d{1,4})?)D)?(?:T(?:(\d{1,4}(?:\.\d{1,4})?)H)?(?:(\d{1,5}(?:\.\d{1,4})?)M)?(?:(\d{1,6}(?:\.\d{1,4})?)S)?)?$/i;
const MAX_MINUTES = 10_080;

/** Minutes of an ISO 8601 duration (`PT1H30M`, `P0DT45M`); null for anything else, and over a week. */
export function minutesOf(text: string): number | null {
  const match = DURATION.exec(text.trim());
  if (match === null || !/\d/.test(text)) return null;
  const [days, hours, minutes, seconds] = match.slice(1, 5).map((part) => Number(part ?? 0));
  const sum = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60;
  return sum <= MAX_MINUTES ? Math.round(sum) : null;
}

/** 90 → `PT1H30M`. */
export function isoDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes === 0) return 'PT0M';
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

/** Adds days to a calendar day `YYYY-MM-DD`. Reckoned in UTC, where every day has 24 hours. */
export function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

/** Days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(dayNumber(to) - dayNumber(from));
}

const MAX_KNOWN = 10_000;
const known = new Map<string, number>();

/** Days since 1970. Remembered, since reading a date takes longer than all else that is asked of a lot. */
function dayNumber(date: string): number {
  let number = known.get(date);
  if (number === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    number = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    known.set(date, number);
  }
  return number;
}

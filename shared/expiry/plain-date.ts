/** Adds days to a calendar day `YYYY-MM-DD`. Reckoned in UTC, where every day has 24 hours. */
export function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

/** The last day a receipt can be of: shops east of here are a day ahead. */
export function latestDay(today: Date): string {
  return new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10);
}

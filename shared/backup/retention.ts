/** How many days, weeks and months keep their newest backup. */
const KEPT = { daily: 7, weekly: 4, monthly: 12 } as const;

export type Retention = keyof typeof KEPT;

/** The day, week (from Monday) and month of an instant, in UTC. */
const PERIOD: Readonly<Record<Retention, (at: Date) => string>> = {
  daily: (at) => at.toISOString().slice(0, 10),
  weekly: (at) => {
    const monday = new Date(at);
    monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
    return monday.toISOString().slice(0, 10);
  },
  monthly: (at) => at.toISOString().slice(0, 7),
};

/**
 * Which backups are kept, and by which rule the longest: the newest of each of the last 12 months, 4
 * weeks and 7 days that have one.
 * @param backups that verified, in any order
 */
export function keptBackups(
  backups: readonly { readonly backupId: string; readonly startedAt: string }[],
): ReadonlyMap<string, Retention> {
  const newestFirst = backups.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  const kept = new Map<string, Retention>();
  for (const rule of ['monthly', 'weekly', 'daily'] as const) {
    const newest = new Map<string, string>();
    for (const { backupId, startedAt } of newestFirst) {
      const period = PERIOD[rule](new Date(startedAt));
      if (!newest.has(period)) newest.set(period, backupId);
    }
    for (const backupId of [...newest.values()].slice(0, KEPT[rule])) {
      if (!kept.has(backupId)) kept.set(backupId, rule);
    }
  }
  return kept;
}

import Table from 'cli-table3';
import type { Backup } from '#shared/backup/backup-schema.ts';

/** Backups as text for a terminal. */
export function backupTable(backups: readonly Backup[]): string {
  const table = new Table({
    head: ['Backup', 'Started', 'Status', 'Checked', 'Rows', 'Files', 'Size', 'Kept', 'Restore'],
    colAligns: ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { id, startedAt, status, checkedAt, tables, ...backup } of backups) {
    table.push([
      id,
      minute(startedAt),
      status,
      checkedAt === null ? '' : minute(checkedAt),
      tables.reduce((sum, { rows }) => sum + rows, 0),
      backup.objects,
      `${(backup.size / 1_000_000).toFixed(1)} MB`,
      backup.retention ?? '',
      backup.restore?.status ?? '',
    ]);
  }
  const problems = backups.flatMap(({ id, problem }) => (problem ? [`${id}: ${problem}`] : []));
  return [table.toString(), ...problems].join('\n');
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

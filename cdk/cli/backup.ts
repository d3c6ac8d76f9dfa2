import { CommandError, runCommand } from '#cdk/command.ts';
import { BackupList, StartedBackup } from '#shared/backup/backup-schema.ts';
import { openApi } from './api.ts';
import { backupTable } from './backup-table.ts';
import { readConnection } from './connection.ts';
import { backupPath, followBackup } from './follow-backup.ts';
import { progressLine } from './progress.ts';

const post = { method: 'POST' };

/**
 * `npm run backup` makes a backup and waits until it is verified; `-- list` shows all, `-- check ID` reads
 * every byte of one and loads it beside the live data.
 */
await runCommand(async () => {
  const [what = 'make', id] = process.argv.slice(3);
  const api = openApi(readConnection());
  const list = async () => (await api.json('/api/v2/backup', BackupList)).items;
  if (what === 'list') {
    console.log(backupTable(await list()));
    return;
  }
  const progress = progressLine(process.stderr);
  if (what === 'make') {
    const { backupId } = await api.json('/api/v2/backup', StartedBackup, post);
    progress.show('copying tables and files, and reading them back');
    const backup = await followBackup(api, backupId, ({ status }) => status === 'verified');
    progress.show('verified');
    progress.end();
    console.log(backupTable([backup]));
  } else if (what === 'check' && id !== undefined) {
    const before = (await list()).find((one) => one.id === id)?.checkedAt ?? null;
    await api.fetch(`${backupPath(id)}/verify`, post);
    progress.show('reading every byte, and loading it beside the live data');
    const backup = await followBackup(api, id, ({ checkedAt }) => checkedAt !== before);
    progress.show('whole');
    progress.end();
    console.log(backupTable([backup]));
  } else {
    throw new CommandError('npm run backup, npm run backup -- list, or npm run backup -- check ID');
  }
});

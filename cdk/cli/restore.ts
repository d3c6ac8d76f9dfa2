import { parseArgs } from 'node:util';
import { CommandError, runCommand } from '#cdk/command.ts';
import { openApi, posted } from './api.ts';
import { backupTable } from './backup-table.ts';
import { readConnection } from './connection.ts';
import { backupPath, followBackup } from './follow-backup.ts';
import { progressLine } from './progress.ts';

/**
 * `npm run restore -- ID --confirm=ID` puts a backup in the place of everything there is; `--keep` then
 * drops what was there before, `--undo` goes back to it.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: {
      confirm: { type: 'string' },
      keep: { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [id] = positionals;
  if (id === undefined) throw new CommandError('Which backup? npm run backup -- list names them.');
  const api = openApi(readConnection());
  const progress = progressLine(process.stderr);
  const wait = async (status: string) => {
    const backup = await followBackup(api, id, ({ restore }) => restore?.status === status);
    progress.show(status);
    progress.end();
    console.log(backupTable([backup]));
  };
  if (values.keep || values.undo) {
    await api.fetch(`${backupPath(id)}/restore/${values.undo ? 'undo' : 'confirm'}`, {
      method: 'POST',
    });
    return await wait(values.undo ? 'undone' : 'confirmed');
  }
  if (values.confirm === undefined) {
    throw new CommandError(
      `This replaces everything there is, of all households. If you mean it: npm run restore -- ${id} --confirm=${id}`,
    );
  }
  await api.fetch(`${backupPath(id)}/restore`, posted({ confirm: values.confirm }));
  progress.show('reading, loading and comparing it, then exchanging the data');
  await wait('kept');
  console.log(`Look at it. Then: npm run restore -- ${id} --keep, or --undo`);
});

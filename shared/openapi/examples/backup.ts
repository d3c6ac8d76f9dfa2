import type { backupRoutes } from '#shared/backup/backup-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const BACKUP = {
  id: ID.upload,
  status: 'verified',
  startedAt: BOUGHT_AT,
  finishedAt: BOUGHT_AT,
  verifiedAt: BOUGHT_AT,
  checkedAt: null,
  size: 48_210_331,
  tables: [
    {
      name: 'receipts',
      rows: 412,
      checksum: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
  objects: 398,
  retention: 'daily',
  problem: null,
  restore: null,
};
const STARTED = { backupId: ID.upload };

export const backupExamples: ExamplesOf<typeof backupRoutes> = {
  createBackup: { reply: STARTED },
  listBackups: { reply: { items: [BACKUP], next: null } },
  readBackup: { reply: BACKUP },
  verifyBackup: { reply: STARTED },
  restoreBackup: { body: { confirm: ID.upload }, reply: STARTED },
  confirmRestore: { reply: STARTED },
  undoRestore: { reply: STARTED },
  removeBackup: {},
};

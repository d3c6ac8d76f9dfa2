import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { Backup, BackupList, RestoreConfirmation, StartedBackup } from './backup-schema.ts';

const away = { 503: ['storage-away', 'database-away', 'unavailable'] };

/** What replaces or removes data asks for somebody who is signed in: a stolen device must not do it. */
export const backupRoutes = defineRoutes('backup', {
  createBackup: {
    method: 'POST',
    path: '/api/v2/backup',
    scope: 'admin',
    summary: 'Starts a backup of the whole installation; `GET` says when it is verified.',
    outside: true,
    headers: { 202: ['location'] },
    problems: { 409: ['backup-running'], ...away },
    replies: { 202: StartedBackup },
  },
  listBackups: {
    method: 'GET',
    path: '/api/v2/backup',
    scope: 'admin',
    summary: 'Every backup there is, the newest first.',
    problems: away,
    replies: { 200: BackupList },
  },
  readBackup: {
    method: 'GET',
    path: '/api/v2/backup/{backupId}',
    scope: 'admin',
    summary: 'One backup: whether it verified, what is in it, and what became of a restore.',
    problems: away,
    replies: { 200: Backup },
  },
  verifyBackup: {
    method: 'POST',
    path: '/api/v2/backup/{backupId}/verify',
    scope: 'admin',
    summary:
      'Reads every byte of a backup and loads it into a schema of its own; `checkedAt` says when it was found whole.',
    outside: true,
    problems: { 409: ['backup-not-verified'], ...away },
    replies: { 202: StartedBackup },
  },
  restoreBackup: {
    method: 'POST',
    path: '/api/v2/backup/{backupId}/restore',
    scope: 'admin',
    signedIn: true,
    summary:
      'Puts a backup in the place of everything there is, of all households; `confirm` is its id. What was there is kept until the restore is confirmed or undone.',
    body: RestoreConfirmation,
    outside: true,
    problems: {
      409: ['backup-not-verified', 'restore-open'],
      422: ['confirm-mismatch'],
      ...away,
    },
    replies: { 202: StartedBackup },
  },
  confirmRestore: {
    method: 'POST',
    path: '/api/v2/backup/{backupId}/restore/confirm',
    scope: 'admin',
    signedIn: true,
    summary: 'Drops what was kept of before the restore.',
    outside: true,
    problems: { 409: ['nothing-kept'], ...away },
    replies: { 202: StartedBackup },
  },
  undoRestore: {
    method: 'POST',
    path: '/api/v2/backup/{backupId}/restore/undo',
    scope: 'admin',
    signedIn: true,
    summary: 'Goes back to what was there before the restore; what was written since is lost.',
    outside: true,
    problems: { 409: ['nothing-kept'], ...away },
    replies: { 202: StartedBackup },
  },
  removeBackup: {
    method: 'DELETE',
    path: '/api/v2/backup/{backupId}',
    scope: 'admin',
    signedIn: true,
    summary: 'Removes a backup.',
    problems: { 409: ['backup-in-use'], ...away },
    replies: { 204: noBody },
  },
});

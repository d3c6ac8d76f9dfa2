import { backupRoutes } from '#shared/backup/backup-routes.ts';
import * as backups from '#shared/backup/operate-backups.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { startWorkflow } from '#shared/clients/states.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV } from '#shared/env.ts';

const deps: backups.OperateDeps = {
  backups: openBucket(ENV.backupsBucket),
  start: startWorkflow,
  now: () => new Date(),
};

export const handler = endpoint(backupRoutes, {
  createBackup: async () => {
    const backupId = await backups.createBackup(deps);
    return reply(202, { backupId }, { location: `/api/v2/backup/${backupId}` });
  },
  listBackups: async () => reply(200, { items: await backups.listBackups(deps), next: null }),
  readBackup: async ({ params }) => reply(200, await backups.readBackup(deps, params.backupId)),
  verifyBackup: async ({ params: { backupId } }) => {
    await backups.checkBackup(deps, backupId);
    return reply(202, { backupId });
  },
  restoreBackup: async ({ params: { backupId }, body }) => {
    await backups.restoreBackup(deps, backupId, body.confirm);
    return reply(202, { backupId });
  },
  confirmRestore: async ({ params: { backupId } }) => {
    await backups.settleRestore(deps, backupId, 'confirm');
    return reply(202, { backupId });
  },
  undoRestore: async ({ params: { backupId } }) => {
    await backups.settleRestore(deps, backupId, 'undo');
    return reply(202, { backupId });
  },
  removeBackup: async ({ params }) => {
    await backups.deleteBackup(deps, params.backupId);
    return reply(204);
  },
});

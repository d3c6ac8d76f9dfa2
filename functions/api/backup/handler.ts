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

const begun = async (operation: Promise<void>, backupId: string) => {
  await operation;
  return reply(202, { backupId });
};

export const handler = endpoint(backupRoutes, {
  createBackup: async () => {
    const backupId = await backups.createBackup(deps);
    return reply(202, { backupId }, { location: `/api/v2/backup/${backupId}` });
  },
  listBackups: async () => reply(200, { items: await backups.listBackups(deps), next: null }),
  readBackup: async ({ params }) => reply(200, await backups.readBackup(deps, params.backupId)),
  verifyBackup: ({ params: { backupId: id } }) => begun(backups.checkBackup(deps, id), id),
  restoreBackup: ({ params: { backupId: id }, body }) =>
    begun(backups.restoreBackup(deps, id, body.confirm), id),
  confirmRestore: ({ params: { backupId: id } }) => begun(backups.confirmRestore(deps, id), id),
  undoRestore: ({ params: { backupId: id } }) => begun(backups.undoRestore(deps, id), id),
  removeBackup: async ({ params }) => {
    await backups.deleteBackup(deps, params.backupId);
    return reply(204);
  },
});

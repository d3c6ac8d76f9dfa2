import type { Cache } from '#cdk/stores/cache.ts';
import type { Database, DatabaseAccess } from '#cdk/stores/database.ts';
import type { Backups, BackupsAccess, Index, IndexAccess } from '#cdk/stores/derived.ts';
import type { Uploads, UploadsAccess } from '#cdk/stores/uploads.ts';
import type { WebhookKey } from '#cdk/stores/webhook-key.ts';
import type { Workflow } from '#cdk/workflows/workflow.ts';
import type { EnvName } from '#shared/env.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';
import type { SignIn } from './sign-in.ts';
import type { QueueAccess, WorkQueue } from './work-queue.ts';

/** What a function can be given access to. */
export interface Resources {
  readonly database: Database;
  readonly agents: Readonly<Record<string, FoodSaveFunction>>;
  readonly signIn: SignIn;
  readonly cache: Cache;
  readonly uploads: Uploads;
  readonly backups: Backups;
  readonly receiptWorkflow: Workflow;
  readonly documentWorkflow: Workflow;
  readonly planWorkflow: Workflow;
  readonly backupWorkflow: Workflow;
  readonly restoreWorkflow: Workflow;
  readonly householdWorkflow: Workflow;
  readonly receiptsQueue: WorkQueue;
  readonly index: Index;
  readonly indexQueue: WorkQueue;
  readonly chatQueue: WorkQueue;
  readonly chatBackgroundQueue: WorkQueue;
  readonly notificationsQueue: WorkQueue;
  readonly webhookKey: WebhookKey;
}

interface AccessByResource {
  readonly database: DatabaseAccess;
  /** Agents it invokes, each with the variable that holds the agent's function name. */
  readonly agents: Readonly<Record<`agents/${string}`, EnvName>>;
  readonly signIn: 'verify-tokens';
  readonly cache: 'read-write';
  readonly uploads: UploadsAccess;
  readonly backups: BackupsAccess;
  readonly receiptWorkflow: 'start';
  readonly documentWorkflow: 'start';
  readonly planWorkflow: 'start';
  readonly backupWorkflow: 'start';
  readonly restoreWorkflow: 'start';
  readonly householdWorkflow: 'start';
  readonly receiptsQueue: readonly QueueAccess[];
  readonly index: IndexAccess;
  readonly indexQueue: readonly QueueAccess[];
  readonly chatQueue: readonly QueueAccess[];
  readonly chatBackgroundQueue: readonly QueueAccess[];
  readonly notificationsQueue: readonly QueueAccess[];
  readonly webhookKey: 'read';
}

/** The access of one function: `{ database: 'app', uploads: { uploads: ['read'] } }`. */
export type Access = Partial<AccessByResource>;

/** Permission, network and environment in one act; granted in this order. */
const GRANTS: {
  readonly [Name in keyof Resources]: (
    fn: FoodSaveFunction,
    resource: Resources[Name],
    access: AccessByResource[Name],
  ) => void;
} = {
  database: (fn, database, access) => database.grantAccess(fn, access),
  agents: (fn, agents, access) => {
    for (const [path, env] of Object.entries(access)) {
      const agent = agents[path];
      if (agent === undefined) throw new Error(`${fn.path} invokes ${path}, which does not exist`);
      agent.grantInvoke(fn, env);
    }
  },
  signIn: (fn, signIn) => signIn.grantTokenVerification(fn),
  cache: (fn, cache) => cache.grantAccess(fn),
  uploads: (fn, uploads, access) => uploads.grantAccess(fn, access),
  backups: (fn, backups, access) => backups.grantAccess(fn, access),
  receiptWorkflow: (fn, workflow) => workflow.grantStart(fn),
  documentWorkflow: (fn, workflow) => workflow.grantStart(fn),
  planWorkflow: (fn, workflow) => workflow.grantStart(fn),
  backupWorkflow: (fn, workflow) => workflow.grantStart(fn),
  restoreWorkflow: (fn, workflow) => workflow.grantStart(fn),
  householdWorkflow: (fn, workflow) => workflow.grantStart(fn),
  receiptsQueue: (fn, queue, access) => queue.grantAccess(fn, access),
  index: (fn, index, access) => index.grantAccess(fn, access),
  indexQueue: (fn, queue, access) => queue.grantAccess(fn, access),
  chatQueue: (fn, queue, access) => queue.grantAccess(fn, access),
  chatBackgroundQueue: (fn, queue, access) => queue.grantAccess(fn, access),
  notificationsQueue: (fn, queue, access) => queue.grantAccess(fn, access),
  webhookKey: (fn, key) => key.grantRead(fn),
};

/**
 * Gives the function what its entry names.
 * @throws when the stack creates a named resource after the function, or not at all
 */
export function grantAccess(
  fn: FoodSaveFunction,
  access: Access,
  resources: Partial<Resources>,
): void {
  for (const name of Object.keys(GRANTS) as (keyof Resources)[]) {
    grantOne(name, fn, access[name], resources[name]);
  }
}

function grantOne<Name extends keyof Resources>(
  name: Name,
  fn: FoodSaveFunction,
  access: AccessByResource[Name] | undefined,
  resource: Resources[Name] | undefined,
): void {
  if (access === undefined) return;
  if (resource === undefined) throw new Error(`${fn.path} needs ${name}, which does not exist yet`);
  GRANTS[name](fn, resource, access);
}

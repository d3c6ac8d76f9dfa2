import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AGENTS } from './agents.ts';
import { Alarms } from './alarms.ts';
import { addBudget } from './budget.ts';
import { addApi } from './compute/add-api.ts';
import { addFunctions } from './compute/add-functions.ts';
import { builtLayer } from './compute/built-layer.ts';
import { addChatQueues } from './compute/chat-queues.ts';
import { addIndexQueue } from './compute/index-queue.ts';
import { migrateOnDeploy } from './compute/migration.ts';
import { addNotificationsQueue } from './compute/notifications-queue.ts';
import { addReceiptsQueue } from './compute/receipts-queue.ts';
import { SignIn } from './compute/sign-in.ts';
import { addDashboard } from './dashboard.ts';
import { OPERATIONS } from './operations.ts';
import { grantOutbox } from './outbox.ts';
import { addOutputs } from './outputs.ts';
import type { Stage } from './stage.ts';
import { Cache } from './stores/cache.ts';
import { Database } from './stores/database.ts';
import { Backups, Index } from './stores/derived.ts';
import { Network } from './stores/network.ts';
import { Uploads } from './stores/uploads.ts';
import { WebhookKey } from './stores/webhook-key.ts';
import { WORKERS } from './workers.ts';
import { addBackupWorkflows } from './workflows/backup-workflows.ts';
import { addHouseholdWorkflow } from './workflows/household-workflow.ts';
import { addQueuedWorkflows } from './workflows/queued-workflows.ts';

export interface FoodSaveStackProps extends StackProps {
  readonly stage: Stage;
}

/**
 * FoodSave AI, in the order in which a receipt passes through it. What one function is, and what it may
 * access, is its entry in `api.ts`, `agents.ts`, `steps.ts`, `workers.ts` or `operations.ts`.
 */
export class FoodSaveStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: FoodSaveStackProps) {
    super(scope, id, props);

    // Where data is kept.
    const network = new Network(this, stage);
    const database = new Database(this, stage, network);
    const cache = new Cache(stage);
    const uploads = new Uploads(this, stage);
    const index = new Index(this);
    const backups = new Backups(this);

    // A user signs in and calls the API, which may invoke an agent; a photograph goes to storage, which
    // sends a message to the queue.
    const layers = { imaging: builtLayer(this, 'imaging'), lancedb: builtLayer(this, 'lancedb') };
    const signIn = new SignIn(this, stage);
    const receiptsQueue = addReceiptsQueue(this, stage);
    const indexQueue = addIndexQueue(this);
    const chatQueues = addChatQueues(this, stage);
    const notificationsQueue = addNotificationsQueue(this);
    const queues = { receiptsQueue, indexQueue, ...chatQueues, notificationsQueue };
    const webhookKey = new WebhookKey(this);
    const stores = { database, cache, uploads, index, backups, webhookKey };
    const resources = { stage, layers, signIn, ...stores, ...queues };
    const backupWorkflows = addBackupWorkflows(this, resources);
    const householdWorkflow = addHouseholdWorkflow(this, resources);
    const context = { ...resources, ...backupWorkflows, householdWorkflow };
    const agents = addFunctions(this, AGENTS, context);
    const api = addApi(this, { ...context, agents });
    uploads.notify(receiptsQueue);

    // The queue starts them, household by household.
    const started = addQueuedWorkflows(this, context, agents['agents/ocr']);
    addFunctions(this, WORKERS, { ...context, agents, ...started });

    // Maintenance, and alarms for when it is not enough.
    const operations = addFunctions(this, OPERATIONS, context);
    const { 'operations/migrate': migrate, 'operations/receive-alarms': receiver } = operations;
    migrateOnDeploy(migrate, { after: [database, network] });
    const { chatQueue: chat, chatBackgroundQueue: chatBackground } = chatQueues;
    grantOutbox(this, {
      receipts: receiptsQueue,
      index: indexQueue,
      chat,
      chatBackground,
      notifications: notificationsQueue,
    });
    const shown = { api, database: database.server, queues: Object.values(queues) };
    const alarms = new Alarms(this, stage, {
      ...shown,
      receiver,
      undelivered: notificationsQueue,
      workflows: {
        receipt: started.receiptWorkflow,
        document: started.documentWorkflow,
        plan: started.planWorkflow,
      },
      dataWorkflows: {
        backup: context.backupWorkflow,
        restore: context.restoreWorkflow,
        household: householdWorkflow,
      },
    });
    addDashboard(this, stage, shown);
    addBudget(this, stage, alarms.topic);
    addOutputs(this, { api, signIn, uploads, index, backups });
  }
}

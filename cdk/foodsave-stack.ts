import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAgents } from './agents.ts';
import { Alarms } from './alarms.ts';
import { addApi } from './api.ts';
import { imagingLayer } from './compute/imaging-layer.ts';
import { SignIn } from './compute/sign-in.ts';
import { addOperations } from './operations.ts';
import { grantOutbox } from './outbox.ts';
import { tellOutputs } from './outputs.ts';
import type { Stage } from './stage.ts';
import { addReceiptSteps } from './steps.ts';
import { Cache } from './stores/cache.ts';
import { Database } from './stores/database.ts';
import { Backups, Index } from './stores/derived.ts';
import { Network } from './stores/network.ts';
import { Uploads } from './stores/uploads.ts';
import { addWorkers, receiptsQueue } from './workers.ts';
import { BatchWorkflow } from './workflows/batch-workflow.ts';
import { ReceiptWorkflow } from './workflows/receipt-workflow.ts';

export interface FoodSaveStackProps extends StackProps {
  readonly stage: Stage;
}

/** FoodSave AI, in the order in which a receipt meets it. */
export class FoodSaveStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: FoodSaveStackProps) {
    super(scope, id, props);

    // Where things are kept.
    const network = new Network(this, stage);
    const database = new Database(this, stage, network);
    const cache = new Cache(stage);
    const uploads = new Uploads(this, stage);
    const index = new Index(this);
    const backups = new Backups(this);

    // Somebody signs in and asks the API, and through it an agent; a photograph goes to storage,
    // which tells the queue.
    const imaging = imagingLayer(this);
    const signIn = new SignIn(this, stage);
    const queue = receiptsQueue(this);
    const { ocr, chef } = addAgents(this, stage, { database, uploads, imaging });
    const door = addApi(this, stage, {
      ...{ signIn, database, cache, uploads, imaging, chef },
      receiptsQueue: queue,
    });
    uploads.notify(queue);

    // The queue starts the workflow: read, parse and balance, match products, save.
    const steps = addReceiptSteps(this, stage, { database, uploads });
    const receiptWorkflow = new ReceiptWorkflow(this, { ocr, ...steps });
    const batchWorkflow = new BatchWorkflow(this, stage, { ocr, ...steps });
    addWorkers(this, stage, { database, queue, uploads, receiptWorkflow, batchWorkflow });

    // What keeps it going, and what rings when it does not.
    addOperations(this, stage, { network, database });
    grantOutbox(this, { receipts: queue });
    new Alarms(this, stage, { door, queues: [queue] });
    tellOutputs(this, { door, signIn, uploads, index, backups });
  }
}

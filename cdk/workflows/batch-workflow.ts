import { Duration } from 'aws-cdk-lib';
import { Map as MapState, type StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { loggedMachine } from './logged-machine.ts';
import { acknowledgeSteps, type ReceiptSteps, receiptStates } from './receipt-states.ts';

/** Fifty receipts, two at a time, each for as long as it may be tried to be read. */
const BATCH_TIMEOUT = Duration.hours(24);

/**
 * Many receipts, a few at a time, so that fifty photographs do not take every execution the account
 * has. Input `{runs: [{uploadId, householdId, attempt}, …]}`; the execution has the id of the batch. A
 * receipt that fails is marked in its upload and ends its own branch; the sweeper finds one whose failure
 * could not be recorded.
 */
export class BatchWorkflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, stage: Stage, steps: ReceiptSteps) {
    super(scope, 'batch-workflow');
    const each = new MapState(this, 'Each receipt', {
      itemsPath: '$.runs',
      maxConcurrency: stage.receiptConcurrency,
    });
    each.itemProcessor(
      receiptStates(this, steps, {
        notRead: new Succeed(this, 'The upload says why it was not read'),
        unrecorded: new Succeed(this, 'The sweeper will find the upload'),
      }),
    );
    const states = each.next(new Succeed(this, 'All receipts had their turn'));
    this.machine = loggedMachine(this, states, BATCH_TIMEOUT);
    acknowledgeSteps(this.machine, steps);
  }

  grantStart(fn: FoodSaveFunction): void {
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
    fn.setEnv(ENV.batchWorkflowArn, this.machine.stateMachineArn);
  }
}

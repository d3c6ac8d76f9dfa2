import { Duration } from 'aws-cdk-lib';
import { Fail, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { ENV } from '#shared/env.ts';
import { loggedMachine } from './logged-machine.ts';
import { acknowledgeSteps, type ReceiptSteps, receiptStates } from './receipt-states.ts';

/** More than four tries of each step and the longest wait for a free executor. */
const RECEIPT_TIMEOUT = Duration.hours(3);

/** One receipt. The execution is named `<uploadId>-<attempt>`, so it can start only once. */
export class ReceiptWorkflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, steps: ReceiptSteps) {
    super(scope, 'receipt-workflow');
    const notRead = new Fail(this, 'The receipt was not read', {
      error: 'ReceiptNotRead',
      cause: 'The upload says why',
    });
    const unrecorded = new Fail(this, 'The failure was not recorded', {
      error: 'FailureNotRecorded',
      cause: 'The sweeper finds the upload and tries again',
    });
    const states = receiptStates(this, steps, { notRead, unrecorded });
    this.machine = loggedMachine(this, states, RECEIPT_TIMEOUT);
    acknowledgeSteps(this.machine, steps);
  }

  grantStart(fn: FoodSaveFunction): void {
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
    fn.setEnv(ENV.receiptWorkflowArn, this.machine.stateMachineArn);
  }
}

import { Duration } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { ENV } from '#shared/env.ts';
import { acknowledgeSteps, type ReceiptSteps, receiptStates } from './receipt-states.ts';

/** More than four tries of each step and the longest wait for a free executor. */
const RECEIPT_TIMEOUT = Duration.hours(3);

/** One receipt. The execution is named `<uploadId>-<attempt>`, so it can start only once. */
export class ReceiptWorkflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, steps: ReceiptSteps) {
    super(scope, 'receipt-workflow');
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(receiptStates(this, steps)),
      queryLanguage: QueryLanguage.JSON_PATH,
      timeout: RECEIPT_TIMEOUT,
      tracingEnabled: true,
      // Neither log nor traces hold input or output of the states.
      logs: {
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    acknowledgeSteps(this.machine, steps);
  }

  grantStart(fn: FoodSaveFunction): void {
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
    fn.setEnv(ENV.receiptWorkflowArn, this.machine.stateMachineArn);
  }
}

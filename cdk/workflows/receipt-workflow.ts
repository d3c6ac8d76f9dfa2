import { Duration } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  Fail,
  LogLevel,
  QueryLanguage,
  StateMachine,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import { ENV } from '#shared/env.ts';
import { workflowTask } from './workflow-task.ts';

export interface ReceiptSteps {
  readonly ocr: FoodSaveFunction;
  readonly parseReceipt: FoodSaveFunction;
  readonly matchProducts: FoodSaveFunction;
  readonly saveReceipt: FoodSaveFunction;
  readonly failUpload: FoodSaveFunction;
}

/**
 * From a photograph to lots in the pantry. Input `{uploadId, householdId, attempt}`; each step adds the
 * key of the object it wrote. The execution is named `<uploadId>-<attempt>`, so it can start only once.
 */
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
    const recordFailure = workflowTask(this, 'Record the failure', steps.failUpload);
    recordFailure.addCatch(unrecorded, { resultPath: '$.failure' });
    recordFailure.next(notRead);

    const read = workflowTask(this, 'Read the photograph', steps.ocr);
    const parse = workflowTask(this, 'Parse and balance', steps.parseReceipt);
    const match = workflowTask(this, 'Match products', steps.matchProducts);
    const save = workflowTask(this, 'Save the receipt', steps.saveReceipt);
    for (const step of [read, parse, match, save]) {
      step.addCatch(recordFailure, { resultPath: '$.error' });
    }
    const story = read
      .next(parse)
      .next(match)
      .next(save)
      .next(new Succeed(this, 'The receipt is saved'));

    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(story),
      queryLanguage: QueryLanguage.JSON_PATH,
      // Longer than all tries together; what runs longer hangs.
      timeout: Duration.hours(2),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    acknowledge(
      this.machine,
      'Versions of the steps are invoked; log deliveries and trace segments have no ARN.',
      'AwsSolutions-IAM5[Resource::*]',
      ...Object.values(steps).map(
        (step: FoodSaveFunction) =>
          `AwsSolutions-IAM5[Resource::<${step.stack.getLogicalId(step.construct)}.Arn>:*]`,
      ),
    );
  }

  grantStart(fn: FoodSaveFunction): void {
    fn.allow(['states:StartExecution'], [this.machine.stateMachineArn]);
    fn.tell(ENV.receiptWorkflowArn, this.machine.stateMachineArn);
  }
}

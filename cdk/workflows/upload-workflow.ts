import { Duration } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type Chain,
  DefinitionBody,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { EnvName } from '#shared/env.ts';

/** More than four tries of each step and the longest wait for a free executor. */
const TIMEOUT = Duration.hours(3);

type Steps = Readonly<Record<string, FoodSaveFunction>>;

export interface UploadWorkflowProps<Used extends Steps> {
  /** The variable that holds the ARN. */
  readonly env: EnvName;
  /** The functions that its states invoke. */
  readonly steps: Used;
  readonly states: (scope: Construct, steps: Used) => Chain;
}

/** What becomes of one upload. The execution is named `<uploadId>-<attempt>`, so it can start only once. */
export class UploadWorkflow<Used extends Steps = Steps> extends Construct {
  readonly machine: StateMachine;
  readonly #env: EnvName;

  constructor(scope: Construct, id: string, { env, steps, states }: UploadWorkflowProps<Used>) {
    super(scope, id);
    this.#env = env;
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(states(this, steps)),
      queryLanguage: QueryLanguage.JSON_PATH,
      timeout: TIMEOUT,
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
    fn.setEnv(this.#env, this.machine.stateMachineArn);
  }
}

/** Accepts the wildcards that a machine with these steps needs. */
function acknowledgeSteps(scope: Construct, steps: Steps): void {
  acknowledge(
    scope,
    'Versions of the steps are invoked; log deliveries and trace segments have no ARN.',
    'AwsSolutions-IAM5[Resource::*]',
    ...Object.values(steps).map(
      (step) => `AwsSolutions-IAM5[Resource::<${step.stack.getLogicalId(step.construct)}.Arn>:*]`,
    ),
  );
}

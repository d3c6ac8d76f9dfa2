import type { Duration } from 'aws-cdk-lib';
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
import { InlineRole } from '#cdk/compute/inline-role.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { EnvName } from '#shared/env.ts';

type Steps = Readonly<Record<string, FoodSaveFunction>>;

export interface WorkflowProps<Used extends Steps> {
  /** The variable that holds the ARN. */
  readonly env: EnvName;
  /** The functions that its states invoke. */
  readonly steps: Used;
  readonly states: (scope: Construct, steps: Used) => Chain;
  /** More than four tries of each step and the longest wait for a free executor. */
  readonly timeout: Duration;
}

/** Steps in their order. Whoever starts an execution names it, so that it can start only once. */
export class Workflow<Used extends Steps = Steps> extends Construct {
  readonly machine: StateMachine;
  readonly #env: EnvName;

  constructor(scope: Construct, id: string, props: WorkflowProps<Used>) {
    super(scope, id);
    const { env, steps, states, timeout } = props;
    this.#env = env;
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(states(this, steps)),
      role: new InlineRole(this, 'Role', 'states.amazonaws.com'),
      queryLanguage: QueryLanguage.JSON_PATH,
      timeout,
      tracingEnabled: true,
      // Neither log nor traces hold input or output of the states.
      logs: {
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    acknowledgeSteps(this, steps);
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

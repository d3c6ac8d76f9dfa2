import type { Duration } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/**
 * A state machine with a log and traces, which hold no input or output of its states.
 * @param timeout longer than all retries together; an execution that runs longer hangs
 */
export function loggedMachine(
  scope: Construct,
  states: IChainable,
  timeout: Duration,
): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromChainable(states),
    queryLanguage: QueryLanguage.JSON_PATH,
    timeout,
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(scope, 'Log', { retention: RetentionDays.ONE_MONTH }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
}

import { Duration } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** A state machine with a log and traces, which hold no input or output of its states. */
export function loggedMachine(scope: Construct, states: IChainable): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromChainable(states),
    queryLanguage: QueryLanguage.JSON_PATH,
    // Longer than all retries together; an execution that runs longer hangs.
    timeout: Duration.hours(2),
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(scope, 'Log', { retention: RetentionDays.ONE_MONTH }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
}

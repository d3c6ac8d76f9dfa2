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
 * A state machine whose steps can be followed in log and trace, without what it carries.
 * @param timeout longer than all tries together; what runs longer hangs
 */
export function loggedMachine(
  scope: Construct,
  story: IChainable,
  timeout: Duration,
): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromChainable(story),
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

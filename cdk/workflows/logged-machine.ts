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

/** A state machine whose steps can be followed in log and trace, without what it carries. */
export function loggedMachine(scope: Construct, story: IChainable): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromChainable(story),
    queryLanguage: QueryLanguage.JSON_PATH,
    // Longer than all tries together; what runs longer hangs.
    timeout: Duration.hours(2),
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(scope, 'Log', { retention: RetentionDays.ONE_MONTH }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
}

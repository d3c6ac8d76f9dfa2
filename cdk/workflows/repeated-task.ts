import { Choice, Condition, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/**
 * Repeats a task until its result says `done`: a function lives for a quarter of an hour, and goes on
 * where it stopped.
 * @param question name of the state that decides
 */
export function untilDone(
  scope: Construct,
  task: LambdaInvoke,
  question: string,
  next: IChainable,
): void {
  const choice = new Choice(scope, question);
  choice.when(Condition.booleanEquals('$.done', true), next).otherwise(task);
  task.next(choice);
}

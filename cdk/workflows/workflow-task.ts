import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { PERMANENT_ERROR } from '#shared/errors/permanent-error.ts';

/**
 * A state that invokes one function with the whole input; its output is the function's result. Three
 * retries with full jitter, none for a permanent error. A throttled function is retried for nearly as
 * long as an execution may run.
 * @param sentence name of the state: the console's graph then reads as prose
 */
export function workflowTask(
  scope: Construct,
  sentence: string,
  fn: FoodSaveFunction,
): LambdaInvoke {
  const task = new LambdaInvoke(scope, sentence, {
    lambdaFunction: fn.lambda,
    outputPath: '$.Payload',
    taskTimeout: Timeout.duration(fn.timeout),
    retryOnServiceExceptions: false,
  });
  task.addRetry({ errors: [PERMANENT_ERROR], maxAttempts: 0 });
  task.addRetry({
    errors: ['Lambda.TooManyRequestsException'],
    interval: Duration.seconds(2),
    maxAttempts: 360, // of 15 s on average: an hour and a half
    backoffRate: 1.5,
    maxDelay: Duration.seconds(30),
    jitterStrategy: JitterType.FULL,
  });
  task.addRetry({
    errors: [Errors.ALL],
    interval: Duration.seconds(2),
    maxAttempts: 3,
    backoffRate: 2,
    maxDelay: Duration.seconds(30),
    jitterStrategy: JitterType.FULL,
  });
  return task;
}

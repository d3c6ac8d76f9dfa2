import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { FoodSaveFunction } from './foodsave-function.ts';

/** Runs the function on a schedule: `rate(5 minutes)` or `cron(0 4 * * ? *)`, in UTC. */
export function runOnSchedule(fn: FoodSaveFunction, expression: string): void {
  const rule = new Rule(fn, 'Schedule', { schedule: Schedule.expression(expression) });
  // The next run makes up for a lost one, so EventBridge need not repeat for a day.
  rule.addTarget(new LambdaFunction(fn.lambda, { retryAttempts: 2 }));
}

import { type Chain, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { PLAN_GONE } from '#shared/meal-plans/later/plan-run.ts';
import { recordFailures } from './recorded-failure.ts';
import { workflowTask } from './workflow-task.ts';

/** From wishes to a plan, on the input `{planId, householdId}`. Its stages are seen in the plan itself. */
export function planStates(
  scope: Construct,
  steps: Readonly<Record<'steps/plan-meals', FoodSaveFunction>>,
): Chain {
  const notMade = new Fail(scope, 'The plan was not made', {
    error: 'PlanNotMade',
    cause: 'The plan says why',
  });
  const make = workflowTask(scope, 'Plan the meals', steps['steps/plan-meals']);
  make.addCatch(new Succeed(scope, 'Nobody wants the plan any more'), { errors: [PLAN_GONE] });
  recordFailures(scope, [make], steps['steps/plan-meals'], notMade, 'The plan stays as it is');
  return make.next(new Succeed(scope, 'The plan is saved'));
}

import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** Of the month's budget. */
const ACTUAL_PERCENT = 80;
const FORECAST_PERCENT = 100;

/**
 * A budget of the whole account, for nothing in it is tagged, whose warnings go where alarms go. It needs
 * no metric: those of AWS/Billing are in one region only, and must be switched on by hand.
 */
export function addBudget(scope: Construct, { monthlyBudget }: Stage, topic: Topic): void {
  if (monthlyBudget === 0) return;
  const { account, partition } = Stack.of(scope);
  topic.grantPublish(
    new ServicePrincipal('budgets.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:budgets::${account}:*` },
      },
    }),
  );
  const warning = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: {
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
    },
    subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
  });
  const budget = new CfnBudget(scope, 'budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [
      warning('ACTUAL', ACTUAL_PERCENT),
      warning('FORECASTED', FORECAST_PERCENT),
    ],
  });
  // Its policy included: what may not publish is not told so.
  budget.node.addDependency(topic);
}

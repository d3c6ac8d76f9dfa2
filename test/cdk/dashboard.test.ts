import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import { addBudget } from '#cdk/budget.ts';
import { stageOf } from '#cdk/stage.ts';
import { METRIC_UNITS, METRICS_NAMESPACE } from '#shared/telemetry/metric-names.ts';
import { STAGES, Synthesized } from './synthesized.ts';

/** A value of the template as text, with what is only known on AWS by its name. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, ...other } = Object(value);
  return join === undefined
    ? JSON.stringify(other).replaceAll('"', "'")
    : join[1].map(textOf).join('');
}

test.each(STAGES)('the dashboard of %s shows metrics that there are', (stage) => {
  const template = new Synthesized(stage);
  const dashboards = template.of('AWS::CloudWatch::Dashboard');
  expect(dashboards).toHaveLength(1);
  const { widgets } = JSON.parse(textOf(dashboards[0]?.[1].Properties.DashboardBody));
  const metrics: unknown[][] = widgets.flatMap(
    ({
      properties: { metrics = [], yAxis: _, ...rest },
    }: {
      properties: Record<string, unknown>;
    }) => {
      expect(rest.title ?? rest.markdown).toBeTypeOf('string');
      return metrics;
    },
  );
  const own = metrics.filter(([namespace]) => namespace === METRICS_NAMESPACE);
  const names = own.map(([, name]) => String(name));
  expect(names.filter((name) => !(name in METRIC_UNITS))).toEqual([]);
  for (const [, , ...dimensions] of own) expect(dimensions.slice(0, 2)).toEqual(['stage', stage]);
  for (const name of ['ResponseTime', 'MemoryUsedPercent', 'BreakerOpened', 'BackupAgeHours']) {
    expect(names).toContain(name);
  }
  // Each queue with its dead letters.
  const depths = metrics.filter(([, name]) => name === 'ApproximateNumberOfMessagesVisible');
  expect(depths).toHaveLength(template.of('AWS::SQS::Queue').length);
});

test.each(STAGES)('the budget of %s warns where alarms go, and may do so', (stage) => {
  const template = new Synthesized(stage);
  const [[, budget] = []] = template.of('AWS::Budgets::Budget');
  const { Budget, NotificationsWithSubscribers } = budget?.Properties ?? {};
  expect(Budget).toMatchObject({ TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 30, Unit: 'USD' } });
  const [[, alarm] = []] = template.of('AWS::CloudWatch::Alarm');
  const [topic] = alarm?.Properties.AlarmActions ?? [];
  const kinds = NotificationsWithSubscribers.map(
    ({
      Notification,
      Subscribers,
    }: {
      Notification: Record<string, unknown>;
      Subscribers: unknown;
    }) => {
      expect(Subscribers).toEqual([{ SubscriptionType: 'SNS', Address: topic }]);
      return [Notification.NotificationType, Notification.Threshold];
    },
  );
  expect(kinds).toEqual([
    ['ACTUAL', 80],
    ['FORECASTED', 100],
  ]);
  const [[policy, allowed] = []] = template.of('AWS::SNS::TopicPolicy');
  expect(allowed?.Properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Principal: { Service: 'budgets.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: expect.objectContaining({
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      }),
    }),
  );
  expect(budget?.DependsOn).toContain(policy);
});

test('whoever deploys says how much a month may cost, or that nobody asks', () => {
  const budgets = (monthlyBudget: string) => {
    const app = new App({ context: { stage: 'household', monthlyBudget } });
    const stack = new Stack(app, 'stack');
    addBudget(stack, stageOf(app.node), new Topic(stack, 'topic'));
    return Object.values(Template.fromStack(stack).findResources('AWS::Budgets::Budget'));
  };
  expect(budgets('120')[0]?.Properties.Budget.BudgetLimit.Amount).toBe(120);
  expect(budgets('0')).toEqual([]);
  expect(() => budgets('-5')).toThrow(/monthlyBudget/);
});

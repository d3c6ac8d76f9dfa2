import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { METRICS_NAMESPACE, type MetricName } from '#shared/entry/metric-names.ts';
import type { FrontDoor } from './compute/front-door.ts';
import type { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';

/** Where the headings are that alarms point to. */
const RUNBOOK = 'docs/runbook.md';

const EVERY = Duration.minutes(5);

/** Everything that rings, each with the heading of the runbook that says what to do. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(
    scope: Construct,
    stage: Stage,
    watched: { readonly door: FrontDoor; readonly queues: readonly WorkQueue[] },
  ) {
    super(scope, 'alarms');
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (stage.ownerEmail) this.topic.addSubscription(new EmailSubscription(stage.ownerEmail));
    const { api } = watched.door;

    this.#ring('memory', 'A function nearly fills its memory', {
      metric: ownMetric('MemoryUsedPercent', 'Maximum', stage),
      threshold: 90,
    });
    this.#ring('slow-responses', 'One request in twenty takes longer than 5 s', {
      metric: api.metricLatency({ period: EVERY, statistic: 'p95' }),
      threshold: 5_000,
      evaluationPeriods: 2,
    });
    this.#ring('errors', 'More than one request in twenty fails', {
      // Below 20 requests a single failure would be five per cent.
      metric: new MathExpression({
        expression: 'IF(requests >= 20, 100 * failures / requests, 0)',
        usingMetrics: {
          requests: api.metricCount({ period: EVERY, statistic: 'Sum' }),
          failures: api.metricServerError({ period: EVERY, statistic: 'Sum' }),
        },
        period: EVERY,
      }),
      threshold: 5,
    });
    this.#ring('throttles', 'Functions are refused for want of free executions', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: EVERY,
      }),
      threshold: 10,
    });
    this.#ring('database-connections', 'Functions do not reach the database', {
      metric: ownMetric('DatabaseConnectionErrors', 'Sum', stage),
      threshold: 5,
    });
    this.#ring('outbox-parked', 'A message of the outbox cannot be sent', {
      metric: ownMetric('OutboxParked', 'Maximum', stage),
      threshold: 0,
    });
    for (const { node, deadLetters } of watched.queues) {
      this.#ring(`dead-letters-${node.id}`, `A message of ${node.id} could not be worked off`, {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({
          period: EVERY,
          statistic: 'Maximum',
        }),
        threshold: 0,
      });
    }
  }

  #ring(
    heading: string,
    what: string,
    props: Pick<AlarmProps, 'threshold'> & { metric: IMetric; evaluationPeriods?: number },
  ): void {
    const alarm = new Alarm(this, heading, {
      evaluationPeriods: 1,
      ...props,
      alarmDescription: `${what}. What to do: ${RUNBOOK}#${heading}`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // Nobody asking is not a fault.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

function ownMetric(metricName: MetricName, statistic: string, stage: Stage): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { stage: stage.name },
    statistic,
    period: EVERY,
  });
}

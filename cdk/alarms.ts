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
import { METRICS_NAMESPACE, type MetricName } from '#shared/telemetry/metric-names.ts';
import type { HttpApi } from './compute/http-api.ts';
import type { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';

/** Has a heading for every alarm, which the alarm's description links to. */
const RUNBOOK = 'docs/runbook.md';

const PERIOD = Duration.minutes(5);

/** Every alarm, with a link to its heading in the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(
    scope: Construct,
    stage: Stage,
    watched: { readonly api: HttpApi; readonly queues: readonly WorkQueue[] },
  ) {
    super(scope, 'alarms');
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (stage.ownerEmail) this.topic.addSubscription(new EmailSubscription(stage.ownerEmail));
    const { restApi } = watched.api;

    this.#addAlarm('memory', 'A function nearly fills its memory', {
      metric: ownMetric('MemoryUsedPercent', 'Maximum', stage),
      threshold: 90,
    });
    this.#addAlarm('slow-responses', 'One request in twenty takes longer than 5 s', {
      metric: restApi.metricLatency({ period: PERIOD, statistic: 'p95' }),
      threshold: 5_000,
      evaluationPeriods: 2,
    });
    this.#addAlarm('errors', 'More than one request in twenty fails', {
      // Below 20 requests a single failure would be five per cent.
      metric: new MathExpression({
        expression: 'IF(requests >= 20, 100 * failures / requests, 0)',
        usingMetrics: {
          requests: restApi.metricCount({ period: PERIOD, statistic: 'Sum' }),
          failures: restApi.metricServerError({ period: PERIOD, statistic: 'Sum' }),
        },
        period: PERIOD,
      }),
      threshold: 5,
    });
    this.#addAlarm('throttles', 'Functions are refused for want of free executions', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: PERIOD,
      }),
      threshold: 10,
    });
    this.#addAlarm('database-connections', 'Functions do not reach the database', {
      metric: ownMetric('DatabaseConnectionErrors', 'Sum', stage),
      threshold: 5,
    });
    this.#addAlarm('outbox-parked', 'A message of the outbox cannot be sent', {
      metric: ownMetric('OutboxParked', 'Maximum', stage),
      threshold: 0,
    });
    for (const { node, deadLetters } of watched.queues) {
      this.#addAlarm(`dead-letters-${node.id}`, `A message of ${node.id} could not be worked off`, {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({
          period: PERIOD,
          statistic: 'Maximum',
        }),
        threshold: 0,
      });
    }
  }

  #addAlarm(
    heading: string,
    what: string,
    props: Pick<AlarmProps, 'threshold'> & { metric: IMetric; evaluationPeriods?: number },
  ): void {
    const alarm = new Alarm(this, heading, {
      evaluationPeriods: 1,
      ...props,
      alarmDescription: `${what}. What to do: ${RUNBOOK}#${heading}`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // Without requests there is no data, which is not a fault.
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
    period: PERIOD,
  });
}

import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type AlarmName,
  alarmText,
  type QueueAlarm,
  queueAlarms,
} from '#shared/alerts/alarm-text.ts';
import { METRICS_NAMESPACE, type MetricName } from '#shared/telemetry/metric-names.ts';
import { alarmTopic, subscribe } from './compute/alarm-topic.ts';
import type { FoodSaveFunction } from './compute/foodsave-function.ts';
import type { HttpApi } from './compute/http-api.ts';
import type { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';
import type { DatabaseServer } from './stores/database-server.ts';
import type { Workflow } from './workflows/workflow.ts';

/** Has a heading for every alarm, which the alarm's description links to. */
const RUNBOOK = 'docs/runbook.md';

const PERIOD = Duration.minutes(5);
/** Of high processor use: a quarter of an hour, so that one photograph that is being read is no alarm. */
const BUSY_PERIODS = 3;
/** The age of the last backup is measured every hour. */
const BACKUP_PERIOD = Duration.hours(3);
/** Both kinds of database server have 4 GiB at most; an alarm when four fifths are used. */
const DATABASE_FREE_BYTES = 0.2 * 4 * 1024 ** 3;
/** Some functions work for a minute at a time; a message that waits for half an hour waits for nobody. */
const OLDEST_MESSAGE_SECONDS = 30 * 60;
/** Its breaker asks a dependency again every minute; after five it does not come back by itself soon. */
const BREAKER_OPEN_SECONDS = 300;

interface Rule {
  readonly metric: IMetric;
  /** The alarm is for more than this, or, with `below`, for less. */
  readonly threshold: number;
  readonly below?: true;
  readonly periods?: number;
  /** Without data something is wrong; else, as without requests, it is not. */
  readonly missingIsBad?: true;
}

interface Watched {
  /** Is told of every change of an alarm's state. */
  readonly receiver: FoodSaveFunction;
  /** Gets what the receiver could not take. */
  readonly undelivered: WorkQueue;
  readonly api: HttpApi;
  readonly database: DatabaseServer;
  readonly queues: readonly WorkQueue[];
  /** By the names that their metrics have in the alarm's expression; three at most, for an alarm takes ten metrics. */
  readonly workflows: Readonly<Record<string, Workflow>>;
  readonly dataWorkflows: Readonly<Record<string, Workflow>>;
}

/** Every alarm, with a link to its heading in the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, stage: Stage, watched: Watched) {
    super(scope, 'alarms');
    const { api, database, queues, workflows, dataWorkflows } = watched;
    this.topic = alarmTopic(this, stage);
    subscribe(this.topic, watched.receiver, watched.undelivered);
    this.#watchFunctions(stage);
    this.#watchRequests(stage, api);
    this.#watchDatabase(stage, database);

    this.#addAlarm('workflow-failures', {
      metric: failuresOf(workflows),
      threshold: 0,
    });
    this.#addAlarm('backup-failures', {
      metric: failuresOf(dataWorkflows),
      threshold: 0,
    });
    this.#addAlarm('outbox-parked', {
      metric: ownMetric('OutboxParked', 'Maximum', stage),
      threshold: 0,
    });
    this.#addAlarm('breaker-open', {
      metric: ownMetric('BreakerOpenSeconds', 'Maximum', stage),
      threshold: BREAKER_OPEN_SECONDS,
    });
    this.#addAlarm('no-verified-backup', {
      metric: ownMetric('BackupAgeHours', 'Maximum', stage).with({ period: BACKUP_PERIOD }),
      threshold: 26,
      missingIsBad: true,
    });
    for (const queue of queues) this.#watchQueue(queue);
  }

  #watchFunctions(stage: Stage): void {
    this.#addAlarm('memory', {
      metric: ownMetric('MemoryUsedPercent', 'Maximum', stage),
      threshold: 80,
    });
    this.#addAlarm('processor', {
      // A single short request may well compute all the time; a minute of work in five is worth a look.
      metric: new MathExpression({
        expression: 'IF(offered >= 60000, 100 * used / offered, 0)',
        usingMetrics: {
          used: ownMetric('ProcessorTime', 'Sum', stage),
          offered: ownMetric('ProcessorOffered', 'Sum', stage),
        },
        period: PERIOD,
      }),
      threshold: 90,
      periods: BUSY_PERIODS,
    });
    this.#addAlarm('function-errors', {
      metric: functionsMetric('Errors'),
      threshold: 2,
    });
    this.#addAlarm('throttles', {
      metric: functionsMetric('Throttles'),
      threshold: 10,
    });
  }

  #watchRequests(stage: Stage, { restApi }: HttpApi): void {
    this.#addAlarm('slow-responses', {
      metric: ownMetric('ResponseTime', 'Average', stage),
      threshold: 2_000,
      periods: 2,
    });
    this.#addAlarm('errors', {
      // Below 20 requests a single failure would be five per cent; three in five minutes are too many.
      metric: new MathExpression({
        expression: 'IF(requests >= 20 || failures >= 3, 100 * failures / requests, 0)',
        usingMetrics: {
          requests: restApi.metricCount({ period: PERIOD, statistic: 'Sum' }),
          failures: restApi.metricServerError({ period: PERIOD, statistic: 'Sum' }),
        },
        period: PERIOD,
      }),
      threshold: 5,
    });
  }

  #watchDatabase(stage: Stage, { metrics }: DatabaseServer): void {
    const metric = (metricName: string, statistic: string) =>
      new Metric({
        namespace: 'AWS/RDS',
        metricName,
        dimensionsMap: { [metrics.dimension]: metrics.value },
        statistic,
        period: PERIOD,
      });
    this.#addAlarm('database-processor', {
      metric: metric('CPUUtilization', 'Average'),
      threshold: 90,
      periods: BUSY_PERIODS,
    });
    this.#addAlarm('database-memory', {
      metric: metric('FreeableMemory', 'Minimum'),
      threshold: DATABASE_FREE_BYTES,
      below: true,
      periods: BUSY_PERIODS,
    });
    this.#addAlarm('database-connections', {
      metric: ownMetric('DatabaseConnectionErrors', 'Sum', stage),
      threshold: 5,
    });
  }

  #watchQueue({ node, queue, deadLetters }: WorkQueue): void {
    const { deadLetters: dead, oldestMessage } = queueAlarms(node.id);
    this.#addAlarm(dead, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: 'Maximum',
      }),
      threshold: 0,
    });
    this.#addAlarm(oldestMessage, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      threshold: OLDEST_MESSAGE_SECONDS,
    });
  }

  #addAlarm(heading: AlarmName | QueueAlarm, rule: Rule): void {
    const { metric, threshold, below, periods, missingIsBad } = rule;
    const alarm = new Alarm(this, heading, {
      metric,
      threshold,
      evaluationPeriods: periods ?? 1,
      alarmDescription: `${alarmText(heading).en}. What to do: ${RUNBOOK}#${heading}`,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

/** Executions of these workflows that did not succeed; an alarm takes ten metrics at most. */
function failuresOf(workflows: Watched['workflows']): IMetric {
  const usingMetrics = Object.fromEntries(
    Object.entries(workflows).flatMap(([name, { machine }]) => [
      [`${name}Failed`, machine.metricFailed({ period: PERIOD })],
      [`${name}Aborted`, machine.metricAborted({ period: PERIOD })],
      [`${name}Late`, machine.metricTimedOut({ period: PERIOD })],
    ]),
  );
  // A sum of metrics (`a + b`) has no value where one of them has none, as of a workflow that nothing started.
  const expression = `SUM([${Object.keys(usingMetrics).join(', ')}])`;
  return new MathExpression({ expression, usingMetrics, period: PERIOD });
}

/** What functions print themselves. */
function ownMetric(metricName: MetricName, statistic: string, stage: Stage): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { stage: stage.name },
    statistic,
    period: PERIOD,
  });
}

/** Of all functions of the account and region together: alarms over many single ones cost more and say less. */
function functionsMetric(metricName: 'Errors' | 'Throttles'): Metric {
  return new Metric({ namespace: 'AWS/Lambda', metricName, statistic: 'Sum', period: PERIOD });
}

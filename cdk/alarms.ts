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
import { METRICS_NAMESPACE, type MetricName } from '#shared/telemetry/metric-names.ts';
import { alarmTopic } from './compute/alarm-topic.ts';
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
  readonly api: HttpApi;
  readonly database: DatabaseServer;
  readonly queues: readonly WorkQueue[];
  /** By the names that their metrics have in the alarm's expression. */
  readonly workflows: Readonly<Record<string, Workflow>>;
  readonly backupWorkflows: Readonly<Record<string, Workflow>>;
}

/** Every alarm, with a link to its heading in the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, stage: Stage, watched: Watched) {
    super(scope, 'alarms');
    const { api, database, queues, workflows, backupWorkflows } = watched;
    this.topic = alarmTopic(this, stage);
    this.#watchFunctions(stage);
    this.#watchRequests(stage, api);
    this.#watchDatabase(stage, database);

    this.#addAlarm('workflow-failures', 'A workflow failed, was ended or ran out of time', {
      metric: failuresOf(workflows),
      threshold: 0,
    });
    this.#addAlarm('backup-failures', 'A backup, a check or a restore failed or was ended', {
      metric: failuresOf(backupWorkflows),
      threshold: 0,
    });
    this.#addAlarm('outbox-parked', 'A message of the outbox cannot be sent', {
      metric: ownMetric('OutboxParked', 'Maximum', stage),
      threshold: 0,
    });
    this.#addAlarm('no-verified-backup', 'There is no verified backup of the last 26 hours', {
      metric: ownMetric('BackupAgeHours', 'Maximum', stage).with({ period: BACKUP_PERIOD }),
      threshold: 26,
      missingIsBad: true,
    });
    for (const queue of queues) this.#watchQueue(queue);
  }

  #watchFunctions(stage: Stage): void {
    this.#addAlarm('memory', 'A function uses more than 80 % of its memory', {
      metric: ownMetric('MemoryUsedPercent', 'Maximum', stage),
      threshold: 80,
    });
    this.#addAlarm('processor', 'Functions use more than 90 % of their processors', {
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
    this.#addAlarm('function-errors', 'Functions failed three times in five minutes', {
      metric: functionsMetric('Errors'),
      threshold: 2,
    });
    this.#addAlarm('throttles', 'Functions are refused for want of free executions', {
      metric: functionsMetric('Throttles'),
      threshold: 10,
    });
  }

  #watchRequests(stage: Stage, { restApi }: HttpApi): void {
    this.#addAlarm('slow-responses', 'Requests take more than 2 s on average', {
      metric: ownMetric('ResponseTime', 'Average', stage),
      threshold: 2_000,
      periods: 2,
    });
    this.#addAlarm('errors', 'More than one request in twenty fails', {
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
    this.#addAlarm('database-processor', 'The database uses more than 90 % of its processor', {
      metric: metric('CPUUtilization', 'Average'),
      threshold: 90,
      periods: BUSY_PERIODS,
    });
    this.#addAlarm('database-memory', 'The database uses more than 80 % of its memory', {
      metric: metric('FreeableMemory', 'Minimum'),
      threshold: DATABASE_FREE_BYTES,
      below: true,
      periods: BUSY_PERIODS,
    });
    this.#addAlarm('database-connections', 'Functions do not reach the database', {
      metric: ownMetric('DatabaseConnectionErrors', 'Sum', stage),
      threshold: 5,
    });
  }

  #watchQueue({ node, queue, deadLetters }: WorkQueue): void {
    this.#addAlarm(`dead-letters-${node.id}`, `A message of ${node.id} could not be worked off`, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: 'Maximum',
      }),
      threshold: 0,
    });
    this.#addAlarm(`oldest-message-${node.id}`, `A message of ${node.id} waits for half an hour`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      threshold: OLDEST_MESSAGE_SECONDS,
    });
  }

  #addAlarm(heading: string, what: string, rule: Rule): void {
    const { metric, threshold, below, periods, missingIsBad } = rule;
    const alarm = new Alarm(this, heading, {
      metric,
      threshold,
      evaluationPeriods: periods ?? 1,
      alarmDescription: `${what}. What to do: ${RUNBOOK}#${heading}`,
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
  const expression = Object.keys(usingMetrics).join(' + ');
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

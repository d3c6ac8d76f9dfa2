import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS_NAMESPACE, type MetricName } from '#shared/telemetry/metric-names.ts';
import type { HttpApi } from './compute/http-api.ts';
import type { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';
import type { DatabaseServer } from './stores/database-server.ts';

interface Shown {
  readonly api: HttpApi;
  readonly database: DatabaseServer;
  readonly queues: readonly WorkQueue[];
}

const PERIOD = Duration.minutes(5);
/** A dashboard is 24 wide. */
const WIDTH = 8;

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: WIDTH });

/** What alarms watch, and what explains them, on one page of the console. */
export function addDashboard(scope: Construct, stage: Stage, shown: Shown): void {
  const { api, database, queues } = shown;
  const own = (metricName: MetricName, statistic: string) =>
    new Metric({
      namespace: METRICS_NAMESPACE,
      metricName,
      dimensionsMap: { stage: stage.name },
      statistic,
      period: PERIOD,
    });
  const ofDatabase = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/RDS',
      metricName,
      dimensionsMap: { [database.metrics.dimension]: database.metrics.value },
      statistic,
      period: PERIOD,
    });
  const sum = { period: PERIOD, statistic: 'Sum' };
  const most = { period: PERIOD, statistic: 'Maximum' };
  new Dashboard(scope, 'dashboard', {
    widgets: [
      [text(`# FoodSave, ${stage.name}\nWhat to do when an alarm rings: docs/runbook.md`)],
      [
        graph(
          'Requests and those that failed',
          [api.restApi.metricCount(sum)],
          [api.restApi.metricServerError(sum)],
        ),
        graph('Time of a response (ms)', [
          own('ResponseTime', 'Average'),
          own('ResponseTime', 'p95'),
        ]),
        graph(
          'Invocations of functions and those that failed',
          [own('Requests', 'Sum')],
          [own('Errors', 'Sum')],
        ),
      ],
      [
        graph('Memory (% of a function’s, highest)', [own('MemoryUsedPercent', 'Maximum')]),
        graph('Processor (% of what there was)', [busy(own)]),
        graph('Breakers', [own('BreakerOpened', 'Sum'), own('BreakerRefused', 'Sum')]),
      ],
      [
        graph('Database: processor (%)', [ofDatabase('CPUUtilization', 'Average')]),
        graph('Database: free memory (bytes)', [ofDatabase('FreeableMemory', 'Minimum')]),
        graph(
          'Database: connections, and those that failed',
          [ofDatabase('DatabaseConnections', 'Maximum')],
          [own('DatabaseConnectionErrors', 'Sum')],
        ),
      ],
      [
        graph(
          'Messages that wait',
          queues.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible(most)),
        ),
        graph(
          'Oldest message (s)',
          queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage(most)),
        ),
        graph('Dead letters, parked messages', [
          ...queues.map(({ deadLetters }) =>
            deadLetters.metricApproximateNumberOfMessagesVisible(most),
          ),
          own('OutboxParked', 'Maximum'),
        ]),
      ],
      [
        graph(
          'Models: requests, and those without an answer',
          [own('ModelCalls', 'Sum')],
          [own('ModelFailures', 'Sum')],
        ),
        graph('Models: tokens', [own('ModelInputTokens', 'Sum'), own('ModelOutputTokens', 'Sum')]),
        graph('Hours since the newest verified backup', [own('BackupAgeHours', 'Maximum')]),
      ],
    ],
  });
}

function text(markdown: string): TextWidget {
  return new TextWidget({ markdown, width: 3 * WIDTH, height: 2 });
}

function busy(own: (name: MetricName, statistic: string) => Metric): MathExpression {
  return new MathExpression({
    expression: '100 * used / offered',
    usingMetrics: { used: own('ProcessorTime', 'Sum'), offered: own('ProcessorOffered', 'Sum') },
    label: 'used',
    period: PERIOD,
  });
}

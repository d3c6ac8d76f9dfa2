import * as z from 'zod/mini';
import type { AlarmConfig, Measure } from '#cdk/local/cloudwatch/alarm-config.ts';
import { type Expression, readExpression } from '#cdk/local/cloudwatch/expression.ts';
import type { Metric } from '#cdk/local/cloudwatch/metric.ts';
import { whole } from './property-schemas.ts';
import { DESCRIPTION, TAGS } from './reasons.ts';
import { arnOf, nameOf, type Resource, resourceType } from './resource-type.ts';

const Statistic = z.enum(['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount']);
const Dimensions = z._default(z.array(z.strictObject({ Name: z.string(), Value: z.string() })), []);
/** CloudWatch's own metrics have a value a minute; shorter periods would be billed as high resolution. */
const Period = whole(60, 86_400).check(z.multipleOf(60));
const Topics = z._default(z.array(z.string()), []);

const MetricStat = z.strictObject({
  Metric: z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions }),
  Period,
  Stat: Statistic,
});
const Query = z.union([
  z.strictObject({ Id: z.string(), MetricStat, ReturnData: z.literal(false) }),
  z.strictObject({
    Id: z.string(),
    Expression: z.string(),
    ReturnData: z.optional(z.literal(true)),
  }),
]);

const Properties = z.strictObject({
  AlarmName: z.optional(z.string()),
  AlarmDescription: z._default(z.string(), ''),
  Namespace: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions,
  Statistic: z.optional(Statistic),
  Period: z.optional(Period),
  Metrics: z.optional(z.array(Query)),
  EvaluationPeriods: whole(1, 100),
  DatapointsToAlarm: z.optional(whole(1, 100)),
  Threshold: z.number(),
  ComparisonOperator: z.enum([
    'GreaterThanThreshold',
    'GreaterThanOrEqualToThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z._default(
    z.enum(['breaching', 'notBreaching', 'ignore', 'missing']),
    'missing',
  ),
  AlarmActions: Topics,
  OKActions: Topics,
  InsufficientDataActions: Topics,
  ActionsEnabled: z.optional(z.literal(true)),
});
type Properties = z.infer<typeof Properties>;

export const ALARM = resourceType({
  name: 'AWS::CloudWatch::Alarm',
  identify({ logicalId, Properties: { AlarmName } }, place, resolve) {
    const name = nameOf(AlarmName, resolve, logicalId);
    return { ref: name, attributes: { Arn: arnOf(place, 'cloudwatch', `alarm:${name}`) } };
  },
  honoured: Properties,
  ignored: { Tags: TAGS, 'Metrics.Label': DESCRIPTION },
});

/** @throws for an expression that is not understood, or one over metrics of different periods */
export function alarmOf(resource: Resource<Properties>): AlarmConfig {
  const { properties } = resource;
  const { EvaluationPeriods: periods, DatapointsToAlarm: datapoints = periods } = properties;
  try {
    return {
      name: resource.ref,
      arn: resource.attribute('Arn'),
      description: properties.AlarmDescription,
      ...measured(properties),
      periods,
      datapoints,
      comparison: properties.ComparisonOperator,
      threshold: properties.Threshold,
      missingData: properties.TreatMissingData,
      actions: {
        OK: properties.OKActions,
        ALARM: properties.AlarmActions,
        INSUFFICIENT_DATA: properties.InsufficientDataActions,
      },
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${resource.logicalId} (${ALARM.name}): ${why}`, { cause });
  }
}

interface Measured {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly expression: Expression;
  readonly periodMs: number;
}

function measured({ Metrics, ...alarm }: Properties): Measured {
  if (Metrics !== undefined) return measuredByExpression(Metrics);
  const { Namespace, MetricName, Statistic: statistic, Period: period } = alarm;
  if (!Namespace || !MetricName || !statistic || !period)
    throw new Error('its metric is not named');
  const metric = metricOf(Namespace, MetricName, alarm.Dimensions);
  return {
    measures: new Map([['m', { metric, statistic }]]),
    expression: readExpression('m'),
    periodMs: period * 1000,
  };
}

function measuredByExpression(queries: z.infer<typeof Query>[]): Measured {
  const expressions = queries.flatMap((query) => ('Expression' in query ? query.Expression : []));
  const [text] = expressions;
  if (text === undefined || expressions.length > 1) throw new Error('it needs one expression');
  const expression = readExpression(text);
  const stats = queries.flatMap((query) => ('MetricStat' in query ? [query] : []));
  const periods = new Set(stats.map(({ MetricStat: { Period: seconds } }) => seconds));
  const [period] = periods;
  if (period === undefined || periods.size > 1) throw new Error('its metrics need one period');
  const measures = new Map(
    stats.map(({ Id, MetricStat: { Metric: of, Stat } }) => {
      const metric = metricOf(of.Namespace, of.MetricName, of.Dimensions);
      return [Id, { metric, statistic: Stat }];
    }),
  );
  for (const name of expression.names) {
    if (!measures.has(name)) throw new Error(`its expression uses ${name}, which is no metric`);
  }
  return { measures, expression, periodMs: period * 1000 };
}

function metricOf(namespace: string, name: string, dimensions: z.infer<typeof Dimensions>): Metric {
  return {
    namespace,
    name,
    dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value])),
  };
}

import type { Expression } from './expression.ts';
import type { Metric } from './metric.ts';
import type { Statistic } from './metric-store.ts';

export type Comparison =
  | 'GreaterThanThreshold'
  | 'GreaterThanOrEqualToThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

export type MissingData = 'breaching' | 'notBreaching' | 'ignore' | 'missing';

/** A metric with what is made of its values. */
export interface Measure {
  readonly metric: Metric;
  readonly statistic: Statistic;
}

/** An alarm of the template. */
export interface AlarmConfig {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  /** By the ids that the expression uses. */
  readonly measures: ReadonlyMap<string, Measure>;
  readonly expression: Expression;
  /** Of one value, in milliseconds. */
  readonly periodMs: number;
  /** As many of the last periods are looked at, and as many of them must breach. */
  readonly periods: number;
  readonly datapoints: number;
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly missingData: MissingData;
  /** Topics that are told of a change to a state. */
  readonly actions: Readonly<Record<AlarmState, readonly string[]>>;
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

import type { AlarmConfig, AlarmState, Comparison, MissingData } from './alarm-config.ts';
import type { MetricStore } from './metric-store.ts';

const MINUTE_MS = 60_000;

export interface Verdict {
  readonly state: AlarmState;
  /** In the words of CloudWatch. */
  readonly reason: string;
}

const COMPARE: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * What the last periods come to, the newest ending with the last whole minute. CloudWatch also looks at a
 * few periods before them where some are missing; here a missing one is only what the alarm takes it for.
 * @param since when measuring began: a period that began before is neither missing nor measured
 * @returns nothing where the alarm keeps its state
 */
export function evaluateAlarm(
  alarm: AlarmConfig,
  metrics: MetricStore,
  now: number,
  since: number,
): Verdict | undefined {
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const periods = Array.from({ length: alarm.periods }, (_, index) => {
    const from = end - (index + 1) * alarm.periodMs;
    const value = periodValue(alarm, metrics, from);
    return { value, isUnobserved: value === undefined && from < since };
  });
  const values = periods.flatMap(({ value }) => value ?? []);
  const isBreach = (value: number) => COMPARE[alarm.comparison](value, alarm.threshold);
  const breaches = values.filter(isBreach).length;
  if (breaches >= alarm.datapoints) return { state: 'ALARM', reason: crossed(alarm, values) };

  const missing = periods.length - values.length;
  const unobserved = periods.filter(({ isUnobserved }) => isUnobserved).length;
  if (alarm.missingData === 'breaching' && breaches + missing >= alarm.datapoints) {
    const isKnown = breaches + missing - unobserved >= alarm.datapoints;
    return isKnown ? { state: 'ALARM', reason: noData(missing, 'Breaching') } : undefined;
  }
  if (values.length === 0) return withoutData(alarm.missingData, missing);
  return { state: 'OK', reason: crossed(alarm, values) };
}

function periodValue(alarm: AlarmConfig, metrics: MetricStore, from: number): number | undefined {
  return alarm.expression.evaluate((id) => {
    const measure = alarm.measures.get(id);
    if (measure === undefined) throw new Error(`${alarm.name} has no metric ${id}`);
    return metrics.read(measure.metric, measure.statistic, from, from + alarm.periodMs);
  });
}

function withoutData(missingData: MissingData, missing: number): Verdict | undefined {
  if (missingData === 'ignore') return undefined;
  if (missingData === 'missing') {
    return { state: 'INSUFFICIENT_DATA', reason: noData(missing, 'Missing') };
  }
  return { state: 'OK', reason: noData(missing, 'NonBreaching') };
}

function noData(missing: number, as: string): string {
  return `Threshold Crossed: no datapoints were received for ${missing} period(s) and missing datapoints were treated as [${as}].`;
}

function crossed({ threshold, datapoints, periods }: AlarmConfig, values: readonly number[]) {
  return `Threshold Crossed: the last datapoints [${values.join(', ')}] against the threshold (${threshold}), ${datapoints} of ${periods} needed.`;
}

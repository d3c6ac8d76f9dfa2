import { MetricStore } from '#cdk/local/cloudwatch/metric-store.ts';
import type { Part } from './part.ts';

/** Before all that measures. */
export const metrics: Part = {
  types: [],
  start: () => ({ metrics: new MetricStore() }),
};

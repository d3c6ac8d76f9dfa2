import { expect, test } from 'vitest';
import { embeddedMetrics } from '#cdk/local/cloudwatch/embedded-metrics.ts';

const printed = (more: object) =>
  JSON.stringify({
    _aws: {
      Timestamp: 1_795_515_300_000,
      CloudWatchMetrics: [
        {
          Namespace: 'FoodSave',
          Dimensions: [['stage']],
          Metrics: [{ Name: 'Requests', Unit: 'Count' }, { Name: 'Duration' }],
        },
      ],
    },
    stage: 'local',
    ...more,
  });
const metric = (name: string) => ({
  namespace: 'FoodSave',
  name,
  dimensions: { stage: 'local' },
});
const at = 1_795_515_300_000;

test('a line has a value of each metric, or as many as its list has', () => {
  expect(embeddedMetrics(printed({ Requests: 1, Duration: [5, 7] }))).toEqual([
    { metric: metric('Requests'), value: 1, at },
    { metric: metric('Duration'), value: 5, at },
    { metric: metric('Duration'), value: 7, at },
  ]);
});

test('a metric without its value, and one without its dimension, are not measured', () => {
  expect(embeddedMetrics(printed({ Requests: '1' }))).toEqual([]);
  expect(embeddedMetrics(printed({ Requests: 1, stage: undefined }))).toEqual([]);
});

test.each(['', 'REPORT RequestId', '{"_aws"', '{"_aws":{}}', '{"message":"no \\"_aws\\" here"}'])(
  'other lines measure nothing: %s',
  (line) => {
    expect(embeddedMetrics(line)).toEqual([]);
  },
);

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');
const alarms = template.of('AWS::CloudWatch::Alarm');

test('every alarm rings somewhere and points to its heading in the runbook', () => {
  const headings = readFileSync('docs/runbook.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3).trim());
  expect(alarms.length).toBeGreaterThanOrEqual(6);
  for (const [id, { Properties }] of alarms) {
    const heading = /docs\/runbook\.md#([a-z-]+)$/.exec(Properties.AlarmDescription)?.[1];
    expect(headings, id).toContain(heading);
    expect(Properties.AlarmActions).toHaveLength(1);
  }
});

test('memory, slowness, errors, throttles, the database and dead letters are watched', () => {
  const ids = alarms.map(([id]) => id).join(' ');
  for (const name of [
    'memory',
    'slowresponses',
    'errors',
    'throttles',
    'databaseconnections',
    'deadletters',
  ]) {
    expect(ids).toContain(`alarms${name}`);
  }
});

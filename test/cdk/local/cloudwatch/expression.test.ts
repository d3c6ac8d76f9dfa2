import { describe, expect, test } from 'vitest';
import { readExpression } from '#cdk/local/cloudwatch/expression.ts';

const resultOf = (text: string, values: Readonly<Record<string, number>> = {}) =>
  readExpression(text).evaluate((name) => values[name]);

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 4 - 3', 3],
  ['2 > 1 && 1 >= 1 || 0', 1],
  ['1 == 2 || 3 != 3', 0],
  ['IF(m > 5, 100 * m / n, 0)', 250],
  ['IF(m > 50, m, 0.5)', 0.5],
  ['SUM([m, n])', 14],
])('%s is %d', (text, result) => {
  expect(resultOf(text, { m: 10, n: 4 })).toBe(result);
});

test('what is missing makes what is made of it missing, but a sum has what there is', () => {
  expect(resultOf('m + n', { m: 1 })).toBeUndefined();
  expect(resultOf('IF(n > 0, 1, 2)', { m: 1 })).toBeUndefined();
  expect(resultOf('SUM([m, n])', { m: 1 })).toBe(1);
  expect(resultOf('SUM([m, n])')).toBeUndefined();
});

test('a division by zero is no value', () => {
  expect(resultOf('m / n', { m: 1, n: 0 })).toBeUndefined();
});

describe('what is not understood is an error', () => {
  test.each([
    'FILL(m, 0)',
    'ANOMALY_DETECTION_BAND(m)',
    'SUM(m)',
    'IF(m, 1)',
    'm +',
    'm n',
    'rate(m)',
    'm % 2',
    '(m',
    '',
  ])('%s', (text) => {
    expect(() => readExpression(text)).toThrow(/not understood|Unknown sign/);
  });
});

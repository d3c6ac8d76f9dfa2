import { describe, expect, test } from 'vitest';
import { exposition, type Family } from '#shared/metrics/exposition.ts';
import { parsePrometheus } from '#test/support/prometheus-text.ts';

const counter = (values: readonly string[]): Family => ({
  name: 'things_total',
  type: 'counter',
  help: 'Things.',
  samples: values.map((what, at) => ({ name: 'things_total', labels: { what }, value: at + 0.5 })),
});

describe('the text', () => {
  test('is Prometheus’ own example, letter by letter', () => {
    const labels = { method: 'post', code: '200' };
    const text = exposition([
      {
        name: 'http_requests_total',
        type: 'counter',
        help: 'The total number of HTTP requests.',
        samples: [{ name: 'http_requests_total', labels, value: 1027 }],
      },
      {
        name: 'up',
        type: 'gauge',
        help: 'A\\B\nC "D"',
        samples: [{ name: 'up', labels: {}, value: 1 }],
      },
    ]);
    expect(text).toBe(
      '# HELP http_requests_total The total number of HTTP requests.\n' +
        '# TYPE http_requests_total counter\n' +
        'http_requests_total{method="post",code="200"} 1027\n' +
        '# HELP up A\\\\B\\nC "D"\n# TYPE up gauge\nup 1\n',
    );
  });

  const ADVERSARIAL = [
    'a "quoted" word',
    'back\\slash',
    'ends in a backslash\\',
    '\\"',
    '\\n',
    'two\nlines',
    '} 1\nforged_total{x="y"',
    'zażółć gęślą jaźń',
    'le,="',
    '{}',
    '🥛',
    '',
  ];

  test('gives every label value back as it was', () => {
    const family = parsePrometheus(exposition([counter(ADVERSARIAL)])).get('things_total');
    expect(family?.samples).toEqual(
      ADVERSARIAL.map((what, at) => ({ name: 'things_total', labels: { what }, value: at + 0.5 })),
    );
  });

  test('has no line end that is not its own', () => {
    const text = exposition([counter(['a\rb', 'a\r\nc'])]);
    expect(text).not.toContain('\r');
    expect(text.split('\n')).toHaveLength(5);
  });

  test('writes numbers that no JSON could hold', () => {
    const values = [Infinity, -Infinity, Number.NaN, 1e21, 1e-7, 0];
    const samples = values.map((value, at) => ({ name: 'g', labels: { at: `${at}` }, value }));
    const text = exposition([{ name: 'g', type: 'gauge', help: 'G.', samples }]);
    expect(
      parsePrometheus(text)
        .get('g')
        ?.samples.map(({ value }) => value),
    ).toEqual(values);
  });
});

// The parser is what other tests believe.
describe('the strict parser refuses', () => {
  const HEAD = '# HELP h H.\n# TYPE h histogram\n';
  const COUNTER = '# HELP c_total C.\n# TYPE c_total counter\n';
  test.each([
    ['a sample without TYPE', 'c_total 1\n'],
    ['a TYPE behind its samples', '# HELP c_total C.\nc_total 1\n# TYPE c_total counter\n'],
    ['a last line that does not end', `${COUNTER}c_total 1`],
    ['an empty line', `${COUNTER}\nc_total 1\n`],
    ['HELP twice', `${COUNTER}${COUNTER}`],
    ['samples of another family', `${COUNTER}d_total 1\n`],
    ['a series twice', `${COUNTER}c_total{a="1",b="2"} 1\nc_total{b="2",a="1"} 1\n`],
    ['a label twice', `${COUNTER}c_total{a="1",a="2"} 1\n`],
    ['a quote that is not escaped', `${COUNTER}c_total{a="x"y"} 1\n`],
    ['an escape of another format', `${COUNTER}c_total{a="\\t"} 1\n`],
    ['a value that is no number', `${COUNTER}c_total one\n`],
    ['a negative counter', `${COUNTER}c_total -1\n`],
    ['a counter by another name', '# HELP c C.\n# TYPE c counter\nc 1\n'],
    ['a type that is none', '# HELP c C.\n# TYPE c number\nc 1\n'],
    ['buckets that fall', `${HEAD}h_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n`],
    [
      'bounds that fall',
      `${HEAD}h_bucket{le="2"} 1\nh_bucket{le="1"} 1\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n`,
    ],
    ['no +Inf', `${HEAD}h_bucket{le="1"} 1\nh_sum 1\nh_count 1\n`],
    ['a count that is not its +Inf', `${HEAD}h_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2\n`],
    ['no sum', `${HEAD}h_bucket{le="+Inf"} 1\nh_count 1\n`],
  ])('%s', (_, text) => {
    expect(() => parsePrometheus(text)).toThrow();
  });

  test('and takes what is right', () => {
    const text = `${HEAD}h_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_sum 3.5\nh_count 2\n`;
    expect(parsePrometheus(text).get('h')?.samples).toHaveLength(4);
    expect(parsePrometheus('')).toEqual(new Map());
  });
});

import { beforeEach, expect, test } from 'vitest';
import { EmbeddedStore } from '#cdk/local/redis/embedded-store.ts';
import { exposition } from '#shared/metrics/exposition.ts';
import { familiesOf } from '#shared/metrics/families.ts';
import { storedSeries } from '#shared/metrics/stored-series.ts';
import { PROMETHEUS_METRICS } from '#shared/telemetry/prometheus-metrics.ts';
import { increment, observe, takeRecorded } from '#shared/telemetry/record.ts';
import { type ParsedFamily, parsePrometheus } from '#test/support/prometheus-text.ts';

const store = new EmbeddedStore();
beforeEach(() => {
  store.execute(['FLUSHALL']);
  takeRecorded();
});

/** What was recorded, through Redis and the text, as the strict parser reads it. */
function scraped(): Map<string, ParsedFamily> {
  for (const [field, by] of takeRecorded().counts) store.execute(['HINCRBY', 'h', field, `${by}`]);
  return parsePrometheus(exposition(familiesOf(storedSeries(store.execute(['HGETALL', 'h'])))));
}

test('every metric has its HELP and TYPE from the beginning', () => {
  const families = scraped();
  expect([...families.keys()]).toEqual(Object.keys(PROMETHEUS_METRICS));
  expect(families.get('metrics_lost_total')?.samples).toMatchObject([{ value: 0 }]);
  expect(families.get('http_requests_total')?.samples).toEqual([]);
});

test('a histogram comes back cumulative, in seconds', () => {
  for (const seconds of [0.0005, 0.002, 0.002, 3, 60])
    observe('db_query_duration_seconds', {}, seconds);
  const samples = scraped().get('db_query_duration_seconds')?.samples ?? [];
  const at = (le: string) => samples.find(({ labels }) => labels.le === le)?.value;
  expect([at('0.001'), at('0.0025'), at('1'), at('5'), at('+Inf')]).toEqual([1, 3, 3, 4, 5]);
  expect(samples.find(({ name }) => name.endsWith('_sum'))?.value).toBe(63.0045);
});

test('label values of any letters survive Redis and the text', () => {
  const names = ['Łódź "stara"', 'C:\\new\\table', 'a\nb', 'x"} 1', '🥛'];
  for (const model of names) increment('llm_tokens_total', { model, direction: 'output' }, 5);
  const samples = scraped().get('llm_tokens_total')?.samples ?? [];
  expect(samples.map(({ labels }) => labels.model).sort()).toEqual([...names].sort());
});

test('what many instances began is bounded as a whole, and no count gets lost by it', () => {
  for (let at = 0; at < 2_500; at += 1) {
    store.execute(['HINCRBY', 'h', JSON.stringify(['llm_tokens_total', `m${at}`, 'input']), '2']);
  }
  const samples = scraped().get('llm_tokens_total')?.samples ?? [];
  expect(samples).toHaveLength(1001);
  expect(samples.reduce((sum, { value }) => sum + value, 0)).toBe(5_000);
  expect(samples.find(({ labels }) => labels.model === 'other')?.value).toBe(3_000);
});

test('fields of another release, or of nobody, are left out', () => {
  for (const [field, value] of [
    ['["gone_total","x"]', '1'],
    ['["http_requests_total","GET","/a"]', '1'],
    ['["http_requests_total","BREW","/a","200"]', '1'],
    ['["db_query_duration_seconds","0.7"]', '1'],
    ['["ocr_pages_total","receipt"]', 'many'],
    ['["ocr_pages_total","receipt","more"]', '1'],
    ['["__proto__"]', '1'],
    ['no json', '1'],
    ['["ocr_pages_total","document"]', '4'],
  ] as const) {
    store.execute(['HSET', 'h', field, value]);
  }
  const shown = [...scraped().values()]
    .flatMap(({ samples }) => samples)
    .filter(({ value }) => value > 0);
  expect(shown).toEqual([{ name: 'ocr_pages_total', labels: { kind: 'document' }, value: 4 }]);
});

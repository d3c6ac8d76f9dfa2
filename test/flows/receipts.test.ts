import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { similarity } from '#shared/language/ocr-skeleton.ts';
import { Usage } from '#shared/usage/usage-schema.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { parsePrometheus } from '#test/support/prometheus-text.ts';
import { newHousehold } from './shared-system.ts';
import { type Item, scan } from './system.ts';

const FOLDER = 'test/data/receipts';
const system = newHousehold();

interface Truth {
  readonly total: string;
  readonly date: string;
  readonly nip: string;
  readonly items: readonly { name: string; nameCore?: string; net: string }[];
}

/** How many lines of the truth were read: the value exactly, the name nearly. */
function rightItems(read: readonly Item[], truth: Truth): number {
  const left = [...read];
  return truth.items.filter((wanted) => {
    const at = left.findIndex(
      ({ name, net }) =>
        net.amount === wanted.net &&
        Math.max(similarity(name, wanted.name), similarity(name, wanted.nameCore ?? '')) >= 0.6,
    );
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

test('five real photographs become receipts whose sums are right', {
  timeout: LONG_LIMIT,
}, async () => {
  const report: string[] = [];
  const sum = { total: 0, date: 0, nip: 0, items: 0, wanted: 0 };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
    const truth: Truth = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
    const bytes = new Uint8Array(readFileSync(join(FOLDER, file.replace('.json', ''))));
    const upload = await scan(system, bytes);
    const receipt = await system.json(`/api/v2/receipts/${upload.receiptId}`);
    const { merchant, purchasedAt, total } = receipt;
    const items = rightItems(receipt.items, truth);
    const right = {
      total: total?.amount === truth.total,
      date: purchasedAt?.slice(0, 10) === truth.date,
      nip: merchant.nip === truth.nip,
    };
    for (const key of ['total', 'date', 'nip'] as const) sum[key] += right[key] ? 1 : 0;
    sum.items += items;
    sum.wanted += truth.items.length;
    const marks = Object.entries(right).map(([name, ok]) => `${name} ${ok ? 'right' : 'WRONG'}`);
    report.push(`${file}: ${marks.join(', ')}, items ${items}/${truth.items.length}`);
  }
  process.stdout.write(`${report.join('\n')}\n`);
  expect(sum.total).toBe(5);
  expect(sum.date).toBeGreaterThanOrEqual(4);
  expect(sum.nip).toBeGreaterThanOrEqual(4);
  expect(sum.items).toBeGreaterThanOrEqual(sum.wanted - 2);
});

test('what was bought is in the pantry with an expiry, bags and services are not', async () => {
  const { items } = await system.json('/api/v2/pantry?limit=100');
  const names = items.map(({ product }) => product.name).join(' ');
  expect(items.length).toBeGreaterThan(10);
  expect(names).not.toMatch(/torba|dostawa/i);
  for (const lot of items) expect(lot.expires).toMatchObject({ source: expect.any(String) });
});

test('the same bytes again are the first upload', async () => {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, 'Receipt_6.jpeg')));
  const again = await system.json('/api/v2/upload', {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: bytes,
  });
  expect(again.duplicateOf).toBe(again.uploadId);
});

test('what that took is in the metrics of the installation and in the account of the household', async () => {
  const metrics = await system.fetch('/metrics');
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const families = parsePrometheus(await metrics.text());
  const sumOf = (name: string, labels: Readonly<Record<string, string>>) =>
    (families.get(name)?.samples ?? [])
      .filter((sample) => Object.entries(labels).every(([key, of]) => sample.labels[key] === of))
      .reduce((sum, { value }) => sum + value, 0);
  const uploads = { endpoint: '/api/v2/upload', method: 'POST' };
  expect(sumOf('http_requests_total', { ...uploads, status: '202' })).toBeGreaterThanOrEqual(5);
  expect(sumOf('ocr_pages_total', { kind: 'receipt' })).toBeGreaterThanOrEqual(5);
  expect(sumOf('memory_usage_bytes', { function: 'agents/ocr' })).toBeGreaterThan(0);
  expect(families.get('queue_depth')?.samples).toHaveLength(4);

  const { months, storage } = Usage.parse(await (await system.fetch('/api/v2/usage')).json());
  const used = (what: 'ocrPages' | 'requests') => months.reduce((sum, one) => sum + one[what], 0);
  expect(used('ocrPages')).toBeGreaterThanOrEqual(5);
  expect(used('requests')).toBeGreaterThanOrEqual(15);
  expect(storage.files).toBe(5);
});

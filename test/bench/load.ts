import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { readConnection } from '#cdk/cli/connection.ts';
import { KINDS, nextKind, type Sample, send } from './load-requests.ts';
import { memoryOf, processorSecondsOf } from './process-tree.ts';

/**
 * `npm run load`: people at work on the system that `npm start` runs (same FOODSAVE_DATA): 100 of them,
 * ten new ones a second, each with a second of thought between two requests; `--photographs=4` sends as
 * many to be read as soon as all are at work, `--requests=N` ends after so many. Prints a line for each
 * kind of request, and the memory of the system with all of its processes at its peak. Times depend on
 * what else the machine does; the processor's time for a request hardly does.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '300' },
    requests: { type: 'string', default: 'Infinity' },
    arrivals: { type: 'string', default: '10' },
    think: { type: 'string', default: '1000' },
    photographs: { type: 'string', default: '0' },
    /** Of each kind, sent one by one afterwards. */
    alone: { type: 'string', default: '30' },
  },
});
const users = Number(values.users);
const until = performance.now() + Number(values.seconds) * 1000;
const connection = readConnection();
const { apiUrl, token, pid } = connection;

const samples: Sample[] = [];
let peakMb = 0;
let left = Number(values.requests);

async function user(arrival: number): Promise<void> {
  await wait(arrival);
  while (performance.now() < until && left > 0) {
    left -= 1;
    samples.push(await send(nextKind(), connection));
    await wait(Number(values.think));
  }
}

/** Photographs with bytes of their own, so that none is taken for another that was read before. */
async function sendPhotographs(): Promise<void> {
  const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
  for (let number = 0; number < Number(values.photographs); number += 1) {
    const body = new Uint8Array([
      ...photo,
      ...Buffer.from(`\n${performance.timeOrigin} ${number}`),
    ]);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' };
    const reply = await fetch(new URL('/api/v2/upload', apiUrl), { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(`A photograph was refused: ${await reply.text()}`);
  }
}

/** What requests of one kind take when nobody else asks: the first one's time, and the processor's for each. */
async function alone(kind: (typeof KINDS)[number]): Promise<readonly [string, string]> {
  const { milliseconds } = await send(kind, connection);
  const count = Number(values.alone);
  const before = processorSecondsOf(pid);
  for (let sent = 0; sent < count; sent += 1) await send(kind, connection);
  const processor = ((processorSecondsOf(pid) - before) * 1000) / count;
  return [milliseconds.toFixed(0), processor.toFixed(1)];
}

const watching = setInterval(() => {
  peakMb = Math.max(peakMb, memoryOf(pid));
}, 1000);

const quantile = (sorted: readonly number[], q: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(0);

const before = processorSecondsOf(pid);
const arrived = (users * 1000) / Number(values.arrivals);
await Promise.all([
  ...Array.from({ length: users }, (_, index) => user((index * 1000) / Number(values.arrivals))),
  wait(arrived).then(sendPhotographs),
]);
clearInterval(watching);
const each = ((processorSecondsOf(pid) - before) * 1000) / samples.length;
const table = new Table({
  head: [
    ...['request', 'sent', '2xx', '429/503', 'other', 'p50 ms', 'p95 ms'],
    ...['alone, ms', 'alone, processor ms'],
  ],
});
for (const kind of KINDS) {
  const of = samples.filter(({ name }) => name === kind.name);
  const times = of.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const count = (is: (status: number) => boolean) =>
    of.filter(({ status }) => status !== 'failed' && is(status)).length;
  const good = count((status) => status < 300);
  const refused = count((status) => status === 429 || status === 503);
  table.push([
    ...[kind.name, of.length, good, refused, of.length - good - refused],
    ...[quantile(times, 0.5), quantile(times, 0.95)],
    ...(await alone(kind)),
  ]);
}
console.log(table.toString());
const others = Map.groupBy(samples, ({ status }) => status);
console.log([...others].map(([status, of]) => `${status}: ${of.length}`).join(', '));
console.log(
  `${samples.length} requests of ${users} people, peak ${peakMb.toFixed(0)} MB, ` +
    `${each.toFixed(1)} ms of processor each (the start of threads included)`,
);

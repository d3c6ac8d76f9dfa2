import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { readConnection } from '#cdk/cli/connection.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { memoryOf } from './memory-of-processes.ts';

/**
 * `npm run load`: people at work on the system that `npm start` runs (same FOODSAVE_DATA): 100 of them,
 * ten new ones a second, each with a second of thought between two requests; `--photographs=4` sends as
 * many to be read as soon as all are at work. Prints a line for each kind of request, the memory of the
 * system with all of its processes at its peak, and how long the first requests afterwards take.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '300' },
    arrivals: { type: 'string', default: '10' },
    think: { type: 'string', default: '1000' },
    photographs: { type: 'string', default: '0' },
  },
});
const users = Number(values.users);
const until = performance.now() + Number(values.seconds) * 1000;
const { apiUrl, token, pid } = readConnection();
const random = randomFrom(12);

interface Kind {
  readonly name: string;
  readonly share: number;
  readonly path: string;
  readonly body?: () => object;
}
const KINDS: readonly Kind[] = [
  { name: 'pantry', share: 0.25, path: '/api/v2/pantry?limit=50' },
  {
    name: 'pantry, a new lot',
    share: 0.1,
    path: '/api/v2/pantry',
    body: () => ({
      product: { name: random.pick(['mleko', 'jajka', 'ryż', 'cukinia', 'ser gouda']) },
      quantity: { value: '1', unit: 'szt' },
    }),
  },
  { name: 'recipes', share: 0.25, path: '/api/v2/recipes?useExpiring=true&limit=10' },
  {
    name: 'chat',
    share: 0.15,
    path: '/api/v1/chat',
    body: () => ({ message: random.pick(['co na obiad?', 'coś z cukinii', 'what can I bake?']) }),
  },
  { name: 'receipts', share: 0.15, path: '/api/v2/receipts' },
  { name: 'health', share: 0.1, path: '/health' },
];

interface Sample {
  readonly name: string;
  readonly status: number | 'failed';
  readonly milliseconds: number;
}
const samples: Sample[] = [];
let peakMb = 0;

async function one({ name, path, body }: Kind): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body()) };
  const began = performance.now();
  let status: Sample['status'] = 'failed';
  try {
    const reply = await fetch(new URL(path, apiUrl), { headers, ...init });
    await reply.arrayBuffer();
    status = reply.status;
  } catch {
    // Counted as failed: the connection was refused or cut.
  }
  samples.push({ name, status, milliseconds: performance.now() - began });
}

async function user(arrival: number): Promise<void> {
  await wait(arrival);
  while (performance.now() < until) {
    await one(kindOf(random.between(0, 1)));
    await wait(Number(values.think));
  }
}

function kindOf(share: number): Kind {
  let left = share;
  for (const kind of KINDS) {
    left -= kind.share;
    if (left <= 0) return kind;
  }
  return KINDS[0] as Kind;
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

/** How long a request of each kind takes when nobody else asks. */
async function afterwards(): Promise<string> {
  const taken: string[] = [];
  for (const kind of KINDS) {
    const began = performance.now();
    await one(kind);
    taken.push(`${kind.name} ${(performance.now() - began).toFixed(0)}`);
  }
  return taken.join(', ');
}

const watching = setInterval(() => {
  peakMb = Math.max(peakMb, memoryOf(pid));
}, 1000);

const quantile = (sorted: readonly number[], q: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(0);

const arrived = (users * 1000) / Number(values.arrivals);
await Promise.all([
  ...Array.from({ length: users }, (_, index) => user((index * 1000) / Number(values.arrivals))),
  wait(arrived).then(sendPhotographs),
]);
clearInterval(watching);
const table = new Table({
  head: ['request', 'sent', '2xx', '429/503', 'other', 'p50 ms', 'p95 ms'],
});
for (const { name } of KINDS) {
  const of = samples.filter((sample) => sample.name === name);
  const times = of.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const count = (is: (status: number) => boolean) =>
    of.filter(({ status }) => status !== 'failed' && is(status)).length;
  const good = count((status) => status < 300);
  const refused = count((status) => status === 429 || status === 503);
  const other = of.length - good - refused;
  table.push([name, of.length, good, refused, other, quantile(times, 0.5), quantile(times, 0.95)]);
}
console.log(table.toString());
const others = Map.groupBy(samples, ({ status }) => status);
console.log([...others].map(([status, of]) => `${status}: ${of.length}`).join(', '));
console.log(`${samples.length} requests of ${users} people, peak ${peakMb.toFixed(0)} MB`);
console.log(`afterwards, ms: ${await afterwards()}`);

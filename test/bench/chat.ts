import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import * as z from 'zod/mini';
import { readConnection } from '#cdk/cli/connection.ts';
import { serverEvents } from '#cdk/cli/server-sent-events.ts';

/**
 * `npm run bench:chat`: people who talk with the assistant of the system that `npm start` runs (same
 * FOODSAVE_DATA), each in a household of their own and one message after the other; half of the messages
 * are streamed, and of those the first event is timed too. Start it with `-- -c rateLimits=chat=100000`,
 * or most messages are refused. Times depend on what else the machine does.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '20' },
    messages: { type: 'string', default: '25' },
    /** Milliseconds of thought between two messages. */
    think: { type: 'string', default: '1000' },
  },
});

const MESSAGES = [
  'cześć',
  'co na obiad?',
  'ile mam mleka?',
  'co się zaraz zepsuje?',
  'what can you do?',
  'a bez cebuli?',
  'coś z cukinii',
];
const { apiUrl, issuerUrl } = readConnection();
const secret = readFileSync(
  join(resolve(process.env.FOODSAVE_DATA || '.foodsave'), 'token-secret'),
);

const times = { json: [] as number[], stream: [] as number[], 'first event': [] as number[] };
const refused = new Map<number, number>();

async function tokenOf(sub: string): Promise<string> {
  const reply = await fetch(new URL('/local/token', issuerUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret.toString().trim()}` },
    body: JSON.stringify({ sub }),
  });
  return z.parse(z.object({ access_token: z.string() }), await reply.json()).access_token;
}

async function send(token: string, message: string, isStream: boolean): Promise<void> {
  const began = performance.now();
  const response = await fetch(new URL('/api/v1/chat', apiUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(isStream && { accept: 'text/event-stream' }),
    },
    body: JSON.stringify({ message }),
  });
  if (!response.ok) {
    refused.set(response.status, (refused.get(response.status) ?? 0) + 1);
    await response.arrayBuffer();
    return;
  }
  if (!isStream) {
    await response.json();
    times.json.push(performance.now() - began);
    return;
  }
  let isFirst = true;
  for await (const _ of serverEvents(response)) {
    if (isFirst) times['first event'].push(performance.now() - began);
    isFirst = false;
  }
  times.stream.push(performance.now() - began);
}

async function user(number: number): Promise<void> {
  const token = await tokenOf(`bench-${number}`);
  for (let sent = 0; sent < Number(values.messages); sent += 1) {
    const message = MESSAGES[(number + sent) % MESSAGES.length] ?? 'cześć';
    await send(token, message, (number + sent) % 2 === 0);
    await wait(Number(values.think) * (0.5 + Math.random()));
  }
}

const quantile = (sorted: readonly number[], q: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN).toFixed(0);

await user(0); // the functions start
for (const all of Object.values(times)) all.length = 0;
await Promise.all(Array.from({ length: Number(values.users) }, (_, number) => user(number)));

const table = new Table({ head: [`${values.users} users`, 'answered', 'p50 ms', 'p99 ms'] });
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((a, b) => a - b);
  table.push([name, sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.99)]);
}
console.log(table.toString());
for (const [status, count] of refused) console.log(`${count} × ${status}`);

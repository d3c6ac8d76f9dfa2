import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { newDataFolder, removeDataFolder, scan, startSystem } from '#test/flows/system.ts';
import { runRequests } from './run-requests.ts';

// `npm run fuzz -- --requests=3000 --seed=1`: starts the system, sends it requests that are drawn from its
// API document, and prints a line for each operation. It fails on any answer that the document does not say.

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '10000' },
    shown: { type: 'string', default: '3' },
  },
});

/** Of what a system printed that has ended by itself. */
const LAST_LINES = 30;

const data = newDataFolder();
const system = await startSystem(data);
let hasEnded = false;
void system.ended.then(() => {
  hasEnded = true;
});
const table = new Table({
  head: ['operation', 'requests', 'statuses', 'slowest', 'disagreements'],
});
const disagreements: string[] = [];
let sent = 0;
try {
  const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
  await scan(system, new Uint8Array(photo)); // something to look at, to correct and to confirm
  const document = JSON.parse(await (await system.fetch('/openapi.json')).text());
  const began = performance.now();
  const findings = await runRequests(document, {
    requests: Number(values.requests),
    seed: Number(values.seed),
    patienceMs: Number(values.patience),
    send: system.fetch,
  });
  for (const { operationId, statuses, slowestMs, disagreements: found } of findings) {
    const counts = [...statuses].sort(([a], [b]) => a - b);
    const count = counts.reduce((sum, [, times]) => sum + times, 0);
    const shown = counts.map(([status, times]) => `${status}: ${times}`).join(', ');
    table.push([operationId, count, shown, `${Math.round(slowestMs)} ms`, found.length]);
    for (const one of found.slice(0, Number(values.shown))) console.log(`${operationId}: ${one}`);
    disagreements.push(...found);
    sent += count;
  }
  console.log(table.toString());
  const seconds = Math.round((performance.now() - began) / 1000);
  if (hasEnded) console.log(`The system ended:\n${system.output().slice(-LAST_LINES).join('\n')}`);
  console.log(`${sent} requests in ${seconds} s, ${disagreements.length} disagreements`);
} finally {
  await system.stop();
  removeDataFolder(data);
}
process.exitCode = disagreements.length === 0 ? 0 : 1;

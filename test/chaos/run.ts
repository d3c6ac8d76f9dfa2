import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { newDataFolder, removeDataFolder } from '#test/flows/system.ts';
import { textReceipts } from '#test/flows/text-receipts.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { type Comparison, compare } from './compare.ts';
import { type FinalState, finalState } from './final-state.ts';
import type { Entry } from './log.ts';
import { RestartingSystem } from './restarting-system.ts';
import { untilEnded, upload } from './uploads.ts';
import { kill, nextVictim, type Victim } from './victims.ts';
import { stock, write } from './writes.ts';

/**
 * `npm run chaos`: a system of its own, three households at work on it, and a SIGKILL to one of its
 * processes after every few answers. At the end what the clients were told is held against what is there.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    households: { type: 'string', default: '3' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const random = randomFrom(seed);
const subs = Array.from({ length: Number(values.households) }, (_, at) => `chaos-${seed}-${at}`);
console.log(`Seed ${seed}: ${kills} kills, ${subs.length} households`);

const data = newDataFolder();
const chaos = new RestartingSystem(data);
await chaos.running();

const log: Entry[] = [];
const end = new AbortController();
/** As many as a client can send in the time that the kills take. */
const receipts = textReceipts(subs.length * (kills * 4 + 10)).map((file) => new Uint8Array(file));
const perClient = receipts.length / subs.length;
const lotIds = await Promise.all(subs.map((sub) => stock(chaos, sub)));
const clients = subs.map((sub, at) => {
  const files = receipts.slice(at * perClient, (at + 1) * perClient);
  const ofThis = () => randomFrom(random.whole(0, 2 ** 31));
  return {
    sub,
    wrote: write(chaos, sub, lotIds[at] ?? '', log, ofThis(), end.signal),
    uploaded: upload(chaos, sub, files, log, ofThis(), end.signal),
  };
});

const starts: number[] = [];
const killed = new Map<Victim, number>();
for (let at = 0; at < kills; at += 1) {
  await chaos.hasAnswered(random.whole(0, 15));
  await pause(random.whole(0, 700));
  const victim = nextVictim(random);
  killed.set(victim, (killed.get(victim) ?? 0) + 1);
  const seconds = await kill(victim, chaos, random);
  if (seconds !== undefined) starts.push(seconds);
  const again = seconds === undefined ? '' : `, again ready after ${seconds.toFixed(1)} s`;
  console.log(`${at + 1}/${kills} killed ${victim}${again}`);
}
await pause(3000);
end.abort();

const bad: string[] = [];
const states: FinalState[] = [];
for (const { sub, wrote, uploaded } of clients) {
  await wrote;
  const ids = await uploaded;
  bad.push(...(await untilEnded(chaos, sub, ids)));
  states.push(await finalState(chaos, sub, log, ids));
}
const entries = [...log, ...states.flatMap(({ demanded }) => demanded)];
const found = states.flatMap((state) => state.found);
const rows = compare(entries, found);
await (await chaos.running()).stop();

print(rows);
const wrong = rows.flatMap(({ lost, doubled, unexpected }) => [
  ...lost.map((mark) => `lost: ${mark}`),
  ...doubled.map((mark) => `doubled: ${mark}`),
  ...unexpected.map((mark) => `unexpected: ${mark}`),
]);
const victims = [...killed].map(([victim, times]) => `${victim} ${times}×`).join(', ');
console.log(
  `Seed ${seed}; killed: ${victims}; the slowest start took ${Math.max(0, ...starts).toFixed(1)} s.`,
);
const refusals = Map.groupBy(log, ({ refusal }) => refusal);
refusals.delete(undefined);
for (const [refusal, those] of refusals) console.log(`Refused with ${refusal}: ${those.length}`);
console.log(`Uploads that did not end well: ${bad.length === 0 ? 'none' : bad.join(', ')}`);
if (wrong.length + bad.length > 0) {
  console.log(`${wrong.slice(0, 50).join('\n')}\nThe data is kept in ${data}`);
  process.exitCode = 1;
} else removeDataFolder(data);

function print(all: readonly Comparison[]): void {
  const head = ['write', 'sent', 'acknowledged', 'unknown', 'refused', 'replayed', 'found'];
  const table = new Table({ head: [...head, 'lost', 'doubled', 'unexpected'] });
  for (const row of [...all].sort((a, b) => a.kind.localeCompare(b.kind))) {
    const { kind, sent, acknowledged, unknown, refused, replayed, lost, doubled, unexpected } = row;
    const counts = [sent, acknowledged, unknown, refused, replayed, row.found];
    table.push([kind, ...counts, lost.length, doubled.length, unexpected.length]);
  }
  console.log(table.toString());
}

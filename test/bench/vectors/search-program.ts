import { readFileSync } from 'node:fs';
import { connect } from '@lancedb/lancedb';
import * as z from 'zod/mini';
import { SearchTask } from './search-task.ts';

// A process of its own, so that its memory is that of searching alone: prints what it measured as JSON.

const Rows = z.array(z.object({ id: z.string() }));
const WARM_UP = 20;

const [file] = process.argv.slice(2);
const task = SearchTask.parse(JSON.parse(readFileSync(file ?? '', 'utf8')));
const { uri, queries, k, setting } = task;
const table = await (await connect(uri)).openTable(task.table);

async function search(query: readonly number[]): Promise<string[]> {
  const asked = table.vectorSearch([...query]).distanceType('dot');
  const searched = setting.ef === null ? asked.bypassVectorIndex() : asked.ef(setting.ef);
  const refined = setting.refine > 1 ? searched.refineFactor(setting.refine) : searched;
  const rows = Rows.parse(await refined.select(['id', '_distance']).limit(k).toArray());
  return rows.map(({ id }) => id);
}

for (const query of queries.slice(0, WARM_UP)) await search(query);
const before = process.cpuUsage();
const times: number[] = [];
const found: string[][] = [];
for (const query of queries) {
  const begun = performance.now();
  found.push(await search(query));
  times.push(performance.now() - begun);
}
const { user, system } = process.cpuUsage(before);
times.sort((one, other) => one - other);
console.log(
  JSON.stringify({
    found,
    p50: times[Math.floor(times.length / 2)],
    p99: times[Math.floor(times.length * 0.99)],
    processor: (user + system) / 1000 / queries.length,
    rss: process.memoryUsage().rss / 2 ** 20,
  }),
);

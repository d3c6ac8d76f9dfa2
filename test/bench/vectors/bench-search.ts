import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowId } from '#shared/vector-store/index-row.ts';
import type { VectorStore } from '#shared/vector-store/vector-store.ts';
import { DrawnVectors } from './drawn-vectors.ts';
import { Searched, type SearchTask, type Setting } from './search-task.ts';

const DIMENSIONS = 384;
const NEAREST = 10;
const QUERIES = 200;
const EXACT: Setting = { name: 'every vector', ef: null, refine: 1 };
const SETTINGS: readonly Setting[] = [
  { name: 'HNSW_SQ, ef 20', ef: 20, refine: 1 },
  { name: 'HNSW_SQ, ef 40', ef: 40, refine: 1 },
  { name: 'HNSW_SQ, ef 80', ef: 80, refine: 1 },
  { name: 'HNSW_SQ, ef 40, refine 2', ef: 40, refine: 2 },
];

/** Searches so many vectors with every setting of the vector index, and by comparing with each. */
export async function benchSearch(store: VectorStore, uri: string, size: number): Promise<void> {
  const drawn = new DrawnVectors(DIMENSIONS, Math.ceil(size / 50), 14);
  const table = `bench-${size}`;
  const dataset = await store.create(table, DIMENSIONS);
  const begun = performance.now();
  const of = { documentId: 'bench', language: 'pl' as const, terms: '' };
  await dataset.upsert(
    Array.from({ length: size }, (_, at) => ({
      ...of,
      id: rowId(`${at}`, 1),
      chunkId: `${at}`,
      vector: drawn.next(),
    })),
  );
  const written = performance.now();
  await dataset.optimize(new Date(), 1);
  const writing = (size / (written - begun)) * 1000;
  const indexing = (performance.now() - written) / 1000;
  console.log(
    `\n${size} vectors of ${DIMENSIONS}: ${writing.toFixed(0)} written a second, vector index in ${indexing.toFixed(1)} s`,
  );
  const queries = Array.from({ length: QUERIES }, () => [...drawn.next()]);
  const task = { uri, table, queries, k: NEAREST };
  const exact = searched({ ...task, setting: EXACT });
  show(EXACT, exact, exact);
  for (const setting of SETTINGS) show(setting, searched({ ...task, setting }), exact);
}

function searched(task: SearchTask): Searched {
  const file = join(task.uri, 'task.json');
  writeFileSync(file, JSON.stringify(task));
  const program = join(import.meta.dirname, 'search-program.ts');
  const flags = ['--disable-warning=ExperimentalWarning', program, file];
  return Searched.parse(JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })));
}

function show({ name }: Setting, { found, p50, p99, processor, rss }: Searched, exact: Searched) {
  const right = found.flatMap((ids, at) => ids.filter((id) => exact.found[at]?.includes(id)));
  const recall = right.length / exact.found.flat().length;
  console.log(
    `${name.padEnd(26)}recall ${recall.toFixed(3)}, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ` +
      `processor ${processor.toFixed(2)} ms (${(processor / exact.processor).toFixed(2)} of exact), ${rss.toFixed(0)} MB`,
  );
}

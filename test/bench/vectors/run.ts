import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorStore } from '#shared/vector-store/vector-store.ts';
import { benchIndexing } from './bench-indexing.ts';
import { benchSearch } from './bench-search.ts';

// `npm run bench:vectors [-- SIZE …]`: LanceDB with its vector index beside a comparison with every vector,
// in one run. On a busy machine ratios and time of processors tell more than the clock.

const sizes = process.argv.slice(2).map(Number);
const uri = mkdtempSync(join(tmpdir(), 'foodsave-vectors-'));
const store = new VectorStore(() => ({ uri }));
try {
  await benchIndexing(store);
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
    await benchSearch(store, uri, size);
  }
} finally {
  rmSync(uri, { recursive: true, force: true });
}

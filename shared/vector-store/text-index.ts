import { Index, type Table } from '@lancedb/lancedb';
import { log } from '#shared/telemetry/log.ts';

const NAME = 'terms_idx';

/**
 * The caller makes the terms, so LanceDB only splits at spaces. Positions serve phrases, which are not
 * searched, and made optimising ten times slower. Never set `language`: one that LanceDB does not know
 * ends the process.
 */
const OPTIONS = {
  baseTokenizer: 'whitespace',
  withPosition: false,
  stem: false,
  removeStopWords: false,
  lowercase: false,
  asciiFolding: false,
} as const;

/** Makes the full-text index, or makes it anew. */
export async function createTextIndex(table: Table): Promise<void> {
  await table.createIndex('terms', { config: Index.fts(OPTIONS), name: NAME, replace: true });
}

/**
 * Merges small files and new rows into the indexes, and removes what versions older than `before` had.
 * Where that fails, the text index is the usual reason: it is dropped, made anew, and the rest tried again.
 * @throws whatever fails without the text index too
 */
export async function optimizeTable(table: Table, before: Date): Promise<void> {
  try {
    await table.optimize({ cleanupOlderThan: before });
  } catch (error) {
    log.warn('Optimising failed; the text index is rebuilt', { error, table: table.name });
    const indices = await table.listIndices();
    if (indices.some(({ name }) => name === NAME)) await table.dropIndex(NAME);
    await table.optimize({ cleanupOlderThan: before });
    await createTextIndex(table);
  }
}

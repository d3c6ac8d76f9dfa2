import { MatchQuery, type Table } from '@lancedb/lancedb';
import * as z from 'zod/mini';
import { type ChunkFilter, predicateOf, quotedIds } from './chunk-filter.ts';
import { CHUNK_LANGUAGES, type ChunkLanguage, type IndexedChunk, rowOf } from './indexed-chunk.ts';
import { createTextIndex, optimizeTable } from './text-index.ts';
import { ensureVectorIndex } from './vector-index.ts';

/** Rows of one write; more would only take memory. */
const MAX_ROWS = 1_000;
/** Nodes of the vector index that are looked at: recall .975 of 100,000 vectors. */
const SEARCH_WIDTH = 40;

const Vector = z.pipe(
  z.custom<Iterable<number>>(isIterable),
  z.transform((numbers) => Float32Array.from(numbers)),
);
const Language = z.enum(CHUNK_LANGUAGES);
const Found = z.object({ id: z.string(), language: Language });
const WithVector = z.extend(Found, { vector: z.nullable(Vector) });
const LexicalRow = z.extend(WithVector, { _score: z.number() });
const StoredRow = z.extend(WithVector, {
  documentId: z.string(),
  page: z.nullable(z.number()),
  terms: z.string(),
});
const SemanticRow = z.extend(Found, { _distance: z.number() });

/** A chunk that a leg found; `score` is BM25 or the dot product of two vectors of length 1. */
export interface FoundChunk {
  readonly id: string;
  readonly language: ChunkLanguage;
  readonly score: number;
}
export interface LexicalHit extends FoundChunk {
  readonly vector: Float32Array | null;
}
export type ChunkVector = z.infer<typeof WithVector>;

/** One dataset of LanceDB, as of a version. Its methods throw what LanceDB throws. */
export class Dataset {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  get name(): string {
    return this.#table.name;
  }

  async version(): Promise<number> {
    return await this.#table.version();
  }

  /** Reads from now on what others have written meanwhile. */
  async refresh(): Promise<void> {
    await this.#table.checkoutLatest();
  }

  /** Adds chunks, or replaces those of the same id. */
  async upsert(chunks: readonly IndexedChunk[]): Promise<void> {
    for (let from = 0; from < chunks.length; from += MAX_ROWS) {
      await this.#table
        .mergeInsert('id')
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute(chunks.slice(from, from + MAX_ROWS).map(rowOf));
    }
  }

  /** Removes what the dataset has of a document besides the given chunks. */
  async deleteOthersOf(documentId: string, keptIds: readonly string[]): Promise<void> {
    const others = keptIds.length === 0 ? '' : ` and id not in (${quotedIds(keptIds)})`;
    await this.#table.delete(`documentId = ${quotedIds([documentId])}${others}`);
  }

  /** The chunks that share most, and rarest, terms with the query: BM25, best first. */
  async lexical(terms: string, filter: ChunkFilter, limit: number): Promise<LexicalHit[]> {
    if (terms === '') return [];
    const query = this.#table.query().fullTextSearch(new MatchQuery(terms, 'terms'));
    const columns = ['id', 'language', 'vector', '_score'];
    const rows = await filtered(query, filter).select(columns).limit(limit).toArray();
    return z
      .array(LexicalRow)
      .parse(rows)
      .map(({ _score, ...row }) => ({ ...row, score: _score }));
  }

  /** The chunks nearest in meaning, best first. */
  async semantic(vector: Float32Array, filter: ChunkFilter, limit: number): Promise<FoundChunk[]> {
    const query = this.#table
      .vectorSearch(vector)
      .distanceType('dot')
      .ef(Math.max(SEARCH_WIDTH, limit));
    const columns = ['id', 'language', '_distance'];
    const rows = await filtered(query, filter).select(columns).limit(limit).toArray();
    return z
      .array(SemanticRow)
      .parse(rows)
      .map(({ _distance, ...row }) => ({ ...row, score: 1 - _distance }));
  }

  /** Vectors of so many chunks, from the whole dataset evenly; all of them where there are no more. */
  async sample(size: number): Promise<ChunkVector[]> {
    const count = await this.count();
    const columns = ['id', 'language', 'vector'];
    const step = Math.max(1, count / size);
    const offsets = Array.from({ length: Math.min(count, size) }, (_, at) => Math.floor(at * step));
    if (offsets.length === 0) return [];
    return z
      .array(WithVector)
      .parse(await this.#table.takeOffsets(offsets).select(columns).toArray());
  }

  async count(predicate?: string): Promise<number> {
    return await this.#table.countRows(predicate);
  }

  async countVectors(): Promise<number> {
    return await this.count('vector is not null');
  }

  /** See `optimizeTable`; makes the vector index when it is time for it. */
  async optimize(before: Date, minIndexedVectors?: number): Promise<void> {
    await optimizeTable(this.#table, before);
    await ensureVectorIndex(this.#table, minIndexedVectors);
  }

  /**
   * Takes what was deleted out of the files too, once no version from before `before` is read. LanceDB only
   * masks deleted rows, and rewrites a file when a tenth of it is masked or a second small one lies beside
   * it: so one row is written again first.
   */
  async purge(before: Date): Promise<void> {
    const [row] = await this.#table.query().limit(1).toArray();
    if (row !== undefined) {
      await this.upsert([StoredRow.parse(row)]);
    }
    await optimizeTable(this.#table, before);
    await createTextIndex(this.#table); // whose own list of terms keeps those that no row has
    await optimizeTable(this.#table, before);
  }

  async createIndexes(): Promise<void> {
    await createTextIndex(this.#table);
  }

  close(): void {
    this.#table.close();
  }
}

/** LanceDB's queries return themselves, which its types say for each kind alone. */
function filtered<Searched extends { where(predicate: string): Searched }>(
  query: Searched,
  filter: ChunkFilter,
): Searched {
  const predicate = predicateOf(filter);
  return predicate === undefined ? query : query.where(predicate);
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

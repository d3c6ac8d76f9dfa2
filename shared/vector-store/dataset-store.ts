import { MatchQuery, type Table } from '@lancedb/lancedb';
import * as z from 'zod/mini';
import { type ChunkFilter, predicateOf, quotedIds } from './chunk-filter.ts';
import { arrowRow, CHUNK_LANGUAGES, type ChunkLanguage, type IndexRow } from './index-row.ts';
import { createTextIndex, optimizeTable } from './text-index.ts';
import { ensureVectorIndex } from './vector-index.ts';

/** Rows of one write; more would only take memory. */
const MAX_ROWS = 2_000;
/** Nodes of the vector index that are looked at: recall .975 of 100,000 vectors. */
const SEARCH_WIDTH = 40;

const IS_SENTENCE = 'vector is not null';

const Vector = z.pipe(
  z.custom<Iterable<number>>(isIterable),
  z.transform((numbers) => Float32Array.from(numbers)),
);
const Found = z.object({ id: z.string(), chunkId: z.string() });
const LexicalRow = z.extend(Found, { _score: z.number() });
const SemanticRow = z.extend(Found, { _distance: z.number() });
const SentenceRow = z.extend(Found, { language: z.enum(CHUNK_LANGUAGES), vector: Vector });
const StoredRow = z.extend(SentenceRow, {
  documentId: z.string(),
  terms: z.string(),
  vector: z.nullable(Vector),
});

/** A row that a leg found; `score` is BM25, or the dot product of two vectors of length 1. */
export interface FoundRow {
  readonly id: string;
  readonly chunkId: string;
  readonly score: number;
}
export type SentenceVector = z.infer<typeof SentenceRow>;

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

  /** Adds rows, or replaces those of the same id. */
  async upsert(rows: readonly IndexRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += MAX_ROWS) {
      await this.#table
        .mergeInsert('id')
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute(rows.slice(from, from + MAX_ROWS).map(arrowRow));
    }
  }

  /** Removes what the dataset has of a document besides the given chunks. */
  async deleteOthersOf(documentId: string, keptChunkIds: readonly string[]): Promise<void> {
    const kept =
      keptChunkIds.length === 0 ? '' : ` and chunkId not in (${quotedIds(keptChunkIds)})`;
    await this.#table.delete(`documentId = ${quotedIds([documentId])}${kept}`);
  }

  /** The chunks that share most, and rarest, terms with the query: BM25, best first. */
  async lexical(terms: string, filter: ChunkFilter, limit: number): Promise<FoundRow[]> {
    if (terms === '') return [];
    const query = this.#table.query().fullTextSearch(new MatchQuery(terms, 'terms'));
    const columns = ['id', 'chunkId', '_score'];
    const rows = await filtered(query, filter).select(columns).limit(limit).toArray();
    return z
      .array(LexicalRow)
      .parse(rows)
      .map(({ _score, ...row }) => ({ ...row, score: _score }));
  }

  /** The sentences nearest in meaning, best first. */
  async semantic(vector: Float32Array, filter: ChunkFilter, limit: number): Promise<FoundRow[]> {
    const query = this.#table
      .vectorSearch(vector)
      .distanceType('dot')
      .ef(Math.max(SEARCH_WIDTH, limit));
    const columns = ['id', 'chunkId', '_distance'];
    const rows = await filtered(query, filter).select(columns).limit(limit).toArray();
    return z
      .array(SemanticRow)
      .parse(rows)
      .map(({ _distance, ...row }) => ({ ...row, score: 1 - _distance }));
  }

  /** The sentences of chunks. */
  async sentences(chunkIds: readonly string[]): Promise<SentenceVector[]> {
    const own = `${IS_SENTENCE} and chunkId in (${quotedIds(chunkIds)})`;
    const columns = ['id', 'chunkId', 'language', 'vector'];
    return z
      .array(SentenceRow)
      .parse(await this.#table.query().where(own).select(columns).toArray());
  }

  /** So many sentences, from the whole dataset evenly; all of them where there are no more. */
  async sampleSentences(size: number): Promise<SentenceVector[]> {
    const rows = await this.#table.countRows();
    const step = Math.max(1, rows / size);
    const offsets = Array.from({ length: Math.min(rows, size) }, (_, at) => Math.floor(at * step));
    if (offsets.length === 0) return [];
    const columns = ['id', 'chunkId', 'language', 'vector'];
    const taken = await this.#table.takeOffsets(offsets).select(columns).toArray();
    return z.array(SentenceRow).parse(taken.filter(({ vector }) => vector !== null));
  }

  async countChunks(language?: ChunkLanguage): Promise<number> {
    const own = language === undefined ? '' : ` and language = '${language}'`;
    return await this.#table.countRows(`vector is null${own}`);
  }

  async countSentences(): Promise<number> {
    return await this.#table.countRows(IS_SENTENCE);
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
    if (row !== undefined) await this.upsert([StoredRow.parse(row)]);
    await optimizeTable(this.#table, before);
    await createTextIndex(this.#table); // whose own list of terms keeps those that no row has
    await optimizeTable(this.#table, before);
  }

  async createIndexes(): Promise<void> {
    await createTextIndex(this.#table);
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

import type { ClientBase } from 'pg';
import type { ChunkLanguage } from '#shared/vector-store/index-row.ts';

/** A passage of a document, with the document's title. */
export interface Chunk {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  readonly page: number | null;
  readonly headings: readonly string[];
  readonly text: string;
  readonly language: ChunkLanguage;
  /** When the document came. */
  readonly addedAt: Date;
}

const COLUMNS = `c.id, c.document_id as "documentId", d.title, c.page, c.headings, c.text, c.language,
  d.created_at as "addedAt"`;
const CHUNKS = 'document_chunks c join documents d on d.id = c.document_id';

/** The chunks of documents, of each in their order; none of one that was deleted. */
export async function chunksOfDocuments(
  client: ClientBase,
  documentIds: readonly string[],
): Promise<Chunk[]> {
  const { rows } = await client.query<Chunk>(
    `select ${COLUMNS} from ${CHUNKS} where c.document_id = any($1)
     order by c.document_id, c.ordinal`,
    [documentIds],
  );
  return rows;
}

/** Chunks by their ids; those that are gone are left out. */
export async function chunksById(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Chunk>> {
  const { rows } = await client.query<Chunk>(
    `select ${COLUMNS} from ${CHUNKS} where c.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((chunk) => [chunk.id, chunk]));
}

/** Ids of the household's documents that have chunks, after one of them. */
export async function documentIds(
  client: ClientBase,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct document_id as id from document_chunks
     where $1::uuid is null or document_id > $1 order by document_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function countChunks(
  client: ClientBase,
): Promise<{ documents: number; chunks: number }> {
  const { rows } = await client.query<{ documents: number; chunks: number }>(
    'select count(distinct document_id)::int as documents, count(*)::int as chunks from document_chunks',
  );
  return rows[0] ?? { documents: 0, chunks: 0 };
}

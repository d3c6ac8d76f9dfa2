import type { ClientBase } from 'pg';
import type { Chunk } from '#shared/documents/chunks/chunk.ts';

/** Puts the passages of a document in the place of those it had. */
export async function replaceChunks(
  client: ClientBase,
  documentId: string,
  chunks: readonly Chunk[],
): Promise<void> {
  await client.query('delete from document_chunks where document_id = $1', [documentId]);
  await client.query(
    `insert into document_chunks (id, household_id, document_id, ordinal, page, start_offset,
       end_offset, text, headings, language, content_hash)
     select c.id, d.household_id, d.id, c.ordinal, c.page, c.start, c."end", c.text,
       array(select jsonb_array_elements_text(c.headings)), c.language,
       decode(c."contentHash", 'hex')
     from documents d, jsonb_to_recordset($2::jsonb) as c (id uuid, ordinal integer, page integer,
       start integer, "end" integer, text text, headings jsonb, language text, "contentHash" text)
     where d.id = $1`,
    [documentId, JSON.stringify(chunks)],
  );
}

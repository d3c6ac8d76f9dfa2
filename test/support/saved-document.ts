import { createHash, randomUUID } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { TestDatabase } from './database.ts';

export interface WrittenPassage {
  readonly text: string;
  readonly page?: number;
  readonly headings?: readonly string[];
}

/** A document as it is once its text was extracted. @returns its id */
export async function savedDocument(
  database: TestDatabase,
  { householdId }: HouseholdContext,
  title: string,
  language: 'pl' | 'en',
  passages: readonly WrittenPassage[],
): Promise<string> {
  const [uploadId, documentId] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into uploads (id, household_id, kind, file_name, content_type, size, status)
     values ($1, $2, 'document', 'a.md', 'text/markdown', 10, 'done')`,
    [uploadId, householdId],
  );
  await database.query(
    `insert into documents (id, household_id, upload_id, title, format, language)
     values ($1, $2, $3, $4, 'markdown', $5)`,
    [documentId, householdId, uploadId, title, language],
  );
  for (const [ordinal, { text, page = null, headings = [] }] of passages.entries()) {
    await database.query(
      `insert into document_chunks (id, household_id, document_id, ordinal, page, start_offset,
         end_offset, text, headings, language, content_hash)
       values ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10)`,
      [
        randomUUID(),
        householdId,
        documentId,
        ordinal,
        page,
        text.length,
        text,
        headings,
        language,
        createHash('sha256').update(text).digest(),
      ],
    );
  }
  return documentId;
}

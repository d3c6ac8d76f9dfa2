import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { extractDocument } from '#shared/extraction/extract.ts';
import { inspectDocument } from '#shared/extraction/inspect-document.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { HOSTILE_DOCUMENTS, type HostileDocument } from './hostile-documents.ts';

const Refusal = z.object({ code: z.string() });

/** What becomes of a document: the code of its refusal, or its text. */
async function open({ bytes, declared }: HostileDocument): Promise<string> {
  try {
    const file = await bytes();
    const { pages } = await extractDocument(file, inspectDocument(file, declared));
    return `opened: ${pages.map(({ text }) => text).join()}`;
  } catch (error) {
    return Refusal.parse(error).code;
  }
}

test.each(HOSTILE_DOCUMENTS)('$name: $ends', async (document) => {
  expect(await open(document)).toBe(document.ends);
});

test('every refusal is said in both languages', () => {
  const unknown = problemOf('no such code');
  for (const { ends } of HOSTILE_DOCUMENTS) {
    expect(problemOf(ends).pl, ends).not.toBe(unknown.pl);
    expect(problemOf(ends).en, ends).not.toBe(unknown.en);
  }
});

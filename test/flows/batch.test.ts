import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Batch, PresignedBatch } from '#shared/uploads/batch.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { docx, passwordPdf, textPdf, word } from '#test/support/made-documents.ts';
import { generateReceipts } from '#test/synthetic/generate.ts';
import { scan } from '#test/synthetic/paper/scan.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { TUNE } from '#test/synthetic/sets.ts';
import { newHousehold } from './shared-system.ts';
import { ended } from './system.ts';

const system = newHousehold();

async function scans(count: number): Promise<Buffer[]> {
  const images = [];
  for (const { lines, shop, seed } of generateReceipts(TUNE, count)) {
    images.push(await scan({ lines, form: shop, font: TUNE.thermal[0] }, randomFrom(seed)));
  }
  return images;
}

/** Begins and ends like an image: only decoding finds out. */
function damaged(image: Buffer): Buffer {
  return Buffer.concat([image.subarray(0, 20), Buffer.alloc(2000, 7), image.subarray(-2)]);
}

test('many files are read together; one that is damaged and one sent twice stop no other', {
  timeout: LONG_LIMIT,
}, async () => {
  const whole = await scans(3);
  const [first] = whole;
  if (first === undefined) throw new Error('no scan');
  const files = [...whole, damaged(first), first];
  const presigned = PresignedBatch.parse(
    await system.json('/api/v2/upload/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        files: files.map((bytes, at) => ({
          fileName: `${at}.jpg`,
          contentType: 'image/jpeg',
          size: bytes.length,
        })),
      }),
    }),
  );
  await Promise.all(
    presigned.files.map(async ({ url, headers }, at) => {
      const put = await fetch(url, {
        method: 'PUT',
        headers,
        body: new Uint8Array(files[at] ?? []),
      });
      expect(put.status).toBe(200);
    }),
  );
  await Promise.all(presigned.files.map(({ uploadId }) => ended(system, uploadId)));

  const batch = Batch.parse(await system.json(presigned.location));
  expect(batch.status).toBe('ended');
  expect(batch.counts).toMatchObject({ failed: 1, underWay: 0, duplicates: 1 });
  expect(batch.counts.done + batch.counts.needsReview).toBe(3);
  const broken = batch.uploads.find(({ status }) => status === 'failed');
  expect(broken).toMatchObject({
    uploadId: presigned.files[3]?.uploadId,
    problem: { code: 'image-damaged' },
  });
  const twice = batch.uploads.filter(({ duplicateOf }) => duplicateOf !== undefined);
  expect(twice).toHaveLength(1);
  const { items } = z
    .object({ items: z.array(z.unknown()) })
    .parse(await system.json('/api/v2/receipts?limit=100'));
  expect(items).toHaveLength(3);
});

const Documents = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string(), status: z.string(), passages: z.number() }),
  ),
});
const documents = async () => Documents.parse(await system.json('/api/v2/rag/documents')).items;

test('documents become passages that can be deleted, and a document with a password says so', {
  timeout: LONG_LIMIT,
}, async () => {
  const send = (bytes: Buffer, type: string) =>
    system.json('/api/v2/upload?kind=document', {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(bytes),
    });
  const line = { text: 'Gwarancja trwa dwa lata od dnia zakupu.' };
  const [sernik, ...others] = [
    await send(Buffer.from('# Sernik\n\nTwaróg trzeba zemleć trzy razy.'), 'text/markdown'),
    await send(docx(word('Dieta', 'Heading1') + word('Rano owsianka.')), 'application/msword'),
    await send(textPdf([[{ text: 'Gwarancja', size: 20 }, line], [line]]), 'application/pdf'),
  ];
  const locked = await send(passwordPdf(), 'application/pdf');
  const ends = [];
  for (const { uploadId } of [sernik, ...others]) ends.push(await ended(system, uploadId));
  expect(ends.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  expect(await ended(system, locked.uploadId)).toMatchObject({
    status: 'failed',
    problem: { code: 'document-password' },
  });
  expect(
    (await documents()).map(({ title, status, passages }) => [title, status, passages]),
  ).toEqual([
    ['Dokument', 'failed', 0],
    ['Gwarancja', 'ready', 2],
    ['Dieta', 'ready', 1],
    ['Sernik', 'ready', 1],
  ]);
  const { documentId } = ends[0] ?? {};
  const path = `/api/v2/rag/documents/${documentId}`;
  expect((await system.fetch(path, { method: 'DELETE' })).status).toBe(204);
  expect((await system.fetch(path)).status).toBe(404);
  expect(await documents()).toHaveLength(3);
});

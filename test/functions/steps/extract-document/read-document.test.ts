import { createCanvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { DOCUMENT_LIMITS } from '#functions/steps/extract-document/document-tasks.ts';
import { handler } from '#functions/steps/extract-document/handler.ts';
import { sandboxedReader } from '#functions/steps/extract-document/sandboxed-reader.ts';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import { ExtractedDocument } from '#shared/extraction/extracted.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { doublingForms } from '#test/hostile/pdf-bombs.ts';
import { testDatabase } from '#test/support/database.ts';
import { textPdf } from '#test/support/made-documents.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';
import { pdfOfJpeg } from '#test/synthetic/e-receipt/pdf-of-jpeg.ts';
import { FONTS, familyOf } from '#test/synthetic/fonts.ts';

const database = testDatabase();
testStorage();

async function uploaded(bytes: Buffer, fileName = 'gwarancja.pdf') {
  const run = await newRun(await database.newHousehold(), { kind: 'document', fileName });
  await writeObject(uploadKey(run.householdId, run.uploadId), bytes, 'application/pdf');
  return run;
}

async function read(bytes: Buffer) {
  const run = await uploaded(bytes);
  const read = await handler(run);
  const [document] = await database.query(
    'select id, title, format, pages, pages_read from documents where upload_id = $1',
    [run.uploadId],
  );
  const file = await readObject(read.extractedKey);
  return { run, read, document, extracted: ExtractedDocument.parse(JSON.parse(file.toString())) };
}

/** A page as a scanner sees it. */
function scan(lines: readonly string[]): Buffer {
  const canvas = createCanvas(900, 120 + lines.length * 60);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  context.font = `36px "${familyOf(FONTS.lato)}"`;
  lines.forEach((line, at) => {
    context.fillText(line, 60, 90 + at * 60);
  });
  return canvas.toBuffer('image/jpeg');
}

test('a document in storage becomes text in storage, and is listed with its pages meanwhile', async () => {
  const line = { text: 'Gwarancja trwa dwa lata.' };
  const { run, read: result, document, extracted } = await read(textPdf([[line], [line]]));
  const { householdId, uploadId } = run;
  expect(result).toEqual({
    ...run,
    documentId: document?.id,
    extractedKey: `extracted/${householdId}/${uploadId}.json`,
  });
  expect(document).toMatchObject({ title: 'gwarancja', format: 'pdf', pages: 2, pages_read: 2 });
  expect(extracted.pages.map(({ text }) => text)).toEqual([line.text, line.text]);
  const rows = await database.query('select status from uploads where id = $1', [uploadId]);
  expect(rows).toEqual([{ status: 'reading' }]);
});

test('a scan without any text is read as a picture', async () => {
  const { extracted, run } = await read(
    await pdfOfJpeg(scan(['Gwarancja na czajnik', 'trwa dwa lata.'])),
  );
  expect(extracted.pages).toMatchObject([{ text: 'Gwarancja na czajnik trwa dwa lata.' }]);
  expect(extracted.pages[0]?.problem).toBeUndefined();
  const account = await database.query(
    'select ocr_pages from usage_days where household_id = $1 and ocr_pages > 0',
    [run.householdId],
  );
  expect(account).toEqual([{ ocr_pages: 1 }]);
});

test('a file of another kind than its name says fails by a code of its own', async () => {
  await expect(handler(await uploaded(Buffer.from('żadnego PDF tu nie ma')))).rejects.toMatchObject(
    { name: 'PermanentError', code: 'document-type' },
  );
});

test('of an upload that was deleted nothing is read', async () => {
  const run = await uploaded(textPdf([[{ text: 'tekst' }]]));
  await database.query('delete from uploads where id = $1', [run.uploadId]);
  await expect(handler(run)).rejects.toMatchObject({ name: 'PermanentError', code: 'not-found' });
});

const hasty = new Sandbox(new URL('./hasty-extract-program.ts', import.meta.url), DOCUMENT_LIMITS);
afterAll(() => hasty.close());

test('a page that takes more work than it may is refused for it', async () => {
  const never = new AbortController().signal;
  const reader = sandboxedReader(hasty, never, never);
  await expect(reader.readPage(doublingForms(40), 0)).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'reading-over-limits',
  });
});

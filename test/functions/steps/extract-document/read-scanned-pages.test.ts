import { expect, test } from 'vitest';
import {
  MAX_SCANNED_PAGES,
  readScannedPages,
} from '#functions/steps/extract-document/read-scanned-pages.ts';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Page } from '#shared/extraction/extracted.ts';
import { NO_TEXT_LAYER } from '#shared/extraction/pdf-text.ts';

const never = new AbortController().signal;
const text = (text: string): Page => ({
  text,
  blocks: text === '' ? [] : [{ kind: 'paragraph', start: 0, end: text.length }],
});
const scan: Page = { ...text(''), problem: NO_TEXT_LAYER };
const problems = (pages: readonly Page[]) => pages.map(({ problem }) => problem);

test('only pages without text are read, and how many are is said before each and at the end', async () => {
  const said: number[] = [];
  const pages = await readScannedPages(
    [text('jest'), scan, { ...text(''), problem: 'page-damaged' }, scan],
    async (page) => text(`strona ${page}`),
    async (read) => void said.push(read),
    never,
  );
  expect(pages.map((page) => page.text)).toEqual(['jest', 'strona 1', '', 'strona 3']);
  expect(problems(pages)).toEqual([undefined, undefined, 'page-damaged', undefined]);
  expect(said).toEqual([2, 3, 3]);
});

test('a page that cannot be read keeps its reason and does not lose the others', async () => {
  const read = async (page: number) => {
    if (page === 0) throw new PermanentError('too-much-print', 'a poster');
    return text('druga');
  };
  const pages = await readScannedPages([scan, scan], read, async () => undefined, never);
  expect(problems(pages)).toEqual(['too-much-print', undefined]);
});

test('what is no fault of the page is tried again with the whole step', async () => {
  const read = async () => {
    throw new Error('ended from outside');
  };
  await expect(readScannedPages([scan], read, async () => undefined, never)).rejects.toThrow(
    'ended from outside',
  );
});

test('a page that turns out blank is read, and the few letters of a stamp are kept', async () => {
  const stamp = { ...text('PRZYJĘTO'), problem: NO_TEXT_LAYER };
  const read = async () => text('');
  expect(await readScannedPages([scan, stamp], read, async () => undefined, never)).toEqual([
    text(''),
    text('PRZYJĘTO'),
  ]);
});

test('more scanned pages than one document may have, or than there is time for, are told', async () => {
  const many = Array.from({ length: MAX_SCANNED_PAGES + 1 }, () => scan);
  const limit = new AbortController();
  const read = async (page: number) => {
    if (page === 1) limit.abort();
    return text(page === 1 ? '' : 'strona');
  };
  const pages = await readScannedPages(many, read, async () => undefined, limit.signal);
  expect(problems(pages)).toEqual([
    undefined,
    ...Array.from({ length: MAX_SCANNED_PAGES - 1 }, () => 'page-cut-off'),
    'too-many-scanned-pages',
  ]);
});

import { expect, test } from 'vitest';
import { sourceFiles } from '#test/source-files.ts';

/**
 * Where a 400 may come from: what reads requests, and what reads one value by itself. What was read and
 * cannot be done is a 422 (docs/architecture.md). Route tables only say which there may be.
 */
const READERS = [
  'shared/entry/',
  'shared/schemas/',
  'shared/paging/',
  'shared/errors/user-error.ts',
  'functions/api/upload/multipart.ts',
  // An empty body.
  'shared/extraction/inspect-document.ts',
  'shared/reading/files/inspect-file.ts',
  // Digits that are no barcode.
  'shared/products/gtin-lookup.ts',
  // A Last-Event-ID that is none of ours.
  'shared/chat/event-id.ts',
  // A parameter that is missing.
  'shared/insights/price-store.ts',
  // What is no address at all.
  'shared/outbound/outbound-failure.ts',
];

test('400 is for what cannot be read: only what reads requests answers it', () => {
  const paths = sourceFiles('functions', 'shared')
    .filter(({ path, text }) => !path.endsWith('-routes.ts') && text.includes("'bad-input'"))
    .map(({ path }) => path);
  const readerOf = (path: string) => READERS.find((reader) => path.startsWith(reader));
  expect(paths.filter((path) => readerOf(path) === undefined)).toEqual([]);
  expect(new Set(paths.map(readerOf))).toEqual(new Set(READERS));
});

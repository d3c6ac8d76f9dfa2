import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateTokens } from '#shared/documents/chunks/estimate-tokens.ts';
import { makeChunks } from '#shared/documents/chunks/make-chunks.ts';
import { MAX_TOKENS, OVERLAP_TOKENS } from '#shared/documents/chunks/split-chunks.ts';
import type { Page } from '#shared/extraction/extracted.ts';
import { extractMarkdown } from '#shared/extraction/markdown.ts';
import { type BlockKind, TextBudget, TextBuilder } from '#shared/extraction/text-builder.ts';
import { drawn } from '#test/support/drawn.ts';

const ID = '0199f2c5-0a44-7e21-8f6b-1c2d3e4f5a6c';

function pageOf(...blocks: readonly (readonly [BlockKind, string])[]): Page {
  const text = new TextBuilder(new TextBudget());
  for (const [block, raw] of blocks) text.add(block, raw);
  return text.page();
}
const paragraph = { kind: 'paragraph' } as const;
const chunksOf = (markdown: string) =>
  makeChunks(ID, extractMarkdown(Buffer.from(markdown))).chunks;
const sentences = (count: number, of = 'Zdanie') =>
  Array.from({ length: count }, (_, at) => `${of} numer ${at} mówi o przechowywaniu mięsa.`).join(
    ' ',
  );

const block = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'list' as const, 'table' as const) }),
);
const word = fc.oneof(fc.lorem({ maxCount: 1 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '. ', ' — ', '')), { maxLength: 300 })
  .map((words) => words.flat().join(''));
const page = fc.array(fc.tuple(block, text), { maxLength: 8 }).map((blocks) => pageOf(...blocks));

test('whatever the pages hold, passages are exact parts of them that leave out no word', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 3 }), (pages) => {
      const { chunks } = makeChunks(ID, { pages, isPaged: true });
      expect(chunks.map(({ ordinal }) => ordinal)).toEqual([...chunks.keys()]);
      expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
      pages.forEach(({ text }, at) => {
        let read = 0;
        for (const { start, end, text: own } of chunks.filter(({ page }) => page === at + 1)) {
          expect(own).toBe(text.slice(start, end));
          expect(text.slice(read, Math.max(read, start)).trim()).toBe('');
          expect(end).toBeGreaterThan(read);
          expect(estimateTokens(own)).toBeLessThanOrEqual(MAX_TOKENS);
          read = end;
        }
        expect(text.slice(read).trim()).toBe('');
      });
    }),
    { numRuns: drawn(300) },
  );
});

test('a passage begins with a heading, and knows those that it stands under', () => {
  const body = sentences(24);
  const chunks = chunksOf(
    `# Zmywarka\n\n## Filtr\n\n${body}\n\n## Sól\n\n${body}\n\n### Twardość\n\n${body}`,
  );
  expect(chunks.map(({ headings }) => headings)).toEqual([
    ['Zmywarka', 'Filtr'],
    ['Zmywarka', 'Sól'],
    ['Zmywarka', 'Sól', 'Twardość'],
  ]);
  expect(chunks.map(({ text }) => text.split('\n', 1)[0])).toEqual(['Zmywarka', 'Sól', 'Twardość']);
});

test('short sections share a passage', () => {
  const chunks = chunksOf('# A\n\nJedno.\n\n# B\n\nDwa.\n\n# C\n\nTrzy.');
  expect(chunks.map(({ text }) => text)).toEqual(['A\n\nJedno.\n\nB\n\nDwa.\n\nC\n\nTrzy.']);
});

test('a long section is cut between sentences, and each part begins with the end of the one before', () => {
  const chunks = chunksOf(sentences(120));
  expect(chunks.length).toBeGreaterThan(3);
  chunks.slice(1).forEach((chunk, at) => {
    const before = chunks[at];
    const shared = before?.text.slice(chunk.start - before.start) ?? '';
    expect(chunk.text.startsWith(shared)).toBe(true);
    expect(estimateTokens(shared)).toBeGreaterThan(OVERLAP_TOKENS / 2);
    expect(estimateTokens(shared)).toBeLessThanOrEqual(OVERLAP_TOKENS);
  });
  for (const { text } of chunks) expect(text).toMatch(/mięsa\.$/);
});

test('rows of a table stay whole', () => {
  const rows = Array.from({ length: 200 }, (_, at) => `| produkt ${at} | ${at} dni w lodówce |`);
  const chunks = chunksOf(`| co | ile |\n|---|---|\n${rows.join('\n')}`);
  expect(chunks.length).toBeGreaterThan(3);
  for (const { text } of chunks) expect(text).toMatch(/(dni w lodówce|ile)$/);
});

test('a passage ends with its page, and its section goes on on the next', () => {
  const pages = [
    pageOf([{ kind: 'heading', level: 1 }, 'Gwarancja'], [paragraph, 'Trwa dwa lata.']),
    pageOf([paragraph, 'Nie obejmuje uszczelek.']),
  ];
  const { chunks } = makeChunks(ID, { pages, isPaged: true });
  expect(chunks).toMatchObject([
    { page: 1, headings: ['Gwarancja'] },
    { page: 2, headings: ['Gwarancja'], start: 0, text: 'Nie obejmuje uszczelek.' },
  ]);
});

test('each passage has its own language; one that does not tell has that of the document', () => {
  const pages = [
    pageOf([paragraph, 'Nie wolno myć noży w zmywarce, bo się stępią.']),
    pageOf([paragraph, 'Do not wash the knives in the dishwasher.']),
    pageOf([paragraph, '12 / 24 – 36']),
    pageOf([paragraph, 'Filtr trzeba wyjąć i opłukać, gdy się zatka i śmierdzi.']),
  ];
  const { chunks, language } = makeChunks(ID, { pages, isPaged: true });
  expect(chunks.map((chunk) => chunk.language)).toEqual(['pl', 'en', 'pl', 'pl']);
  expect(language).toBe('pl');
});

test('read again, a document has the same passages; of another document none is the same', () => {
  const extracted = extractMarkdown(Buffer.from(`# Sernik\n\n${sentences(60)}`));
  const { chunks } = makeChunks(ID, extracted);
  expect(makeChunks(ID, extracted).chunks).toEqual(chunks);
  const other = makeChunks('0199f2c5-0a44-7e21-8f6b-1c2d3e4f5a6d', extracted).chunks;
  expect(other.map(({ contentHash }) => contentHash)).toEqual(
    chunks.map(({ contentHash }) => contentHash),
  );
  expect(other.filter(({ id }) => chunks.some((chunk) => chunk.id === id))).toEqual([]);
});

import { expect, test } from 'vitest';
import { extractPdf, NO_TEXT_LAYER } from '#shared/extraction/pdf-text.ts';
import { type PdfLine, textPdf } from '#test/support/made-documents.ts';

const kinds = ({ text, blocks }: Awaited<ReturnType<typeof extractPdf>>['pages'][number]) =>
  blocks.map((block) => [
    block.kind === 'heading' ? `h${block.level}` : block.kind,
    text.slice(block.start, block.end),
  ]);

test('a page is headings by their size, paragraphs by their gaps, lists and tables', async () => {
  const { pages, isPaged } = await extractPdf(
    textPdf([
      [
        { text: 'Zmywarka', size: 22 },
        { text: 'Czyszczenie filtra', size: 16, gap: 1 },
        { text: 'Filtr należy wyjąć i opłukać pod bieżącą wodą raz w mie-', gap: 1 },
        { text: 'siącu, a po gotowaniu ryb częściej.' },
        { text: 'Sitko wymienia serwis.', gap: 1 },
        { text: '- dolny kosz wysuń', gap: 1 },
        { text: 'do końca' },
        { text: '- górny zostaw' },
        { text: 'Program', gap: 1 },
        { text: 'Czas', left: 200, beside: true },
        { text: 'Szybki' },
        { text: '30 min', left: 200, beside: true },
      ],
    ]),
  );
  expect(isPaged).toBe(true);
  expect(pages.map(kinds)).toEqual([
    [
      ['h1', 'Zmywarka'],
      ['h2', 'Czyszczenie filtra'],
      [
        'paragraph',
        'Filtr należy wyjąć i opłukać pod bieżącą wodą raz w miesiącu, a po gotowaniu ryb częściej.',
      ],
      ['paragraph', 'Sitko wymienia serwis.'],
      ['list', '- dolny kosz wysuń do końca\n- górny zostaw'],
      ['table', 'Program | Czas\nSzybki | 30 min'],
    ],
  ]);
});

test('of two columns the first is read to its end', async () => {
  const column = (left: number, name: string): PdfLine[] => [
    { text: `${name} pierwszy wiersz`, left },
    { text: `${name} drugi wiersz`, left },
  ];
  const [left, right] = [column(60, 'Lewa'), column(320, 'Prawa')];
  const bytes = textPdf([[...left, { text: '', gap: -3.4 }, ...right]]);
  const { pages } = await extractPdf(bytes);
  expect(pages.map(kinds)).toEqual([
    [
      ['paragraph', 'Lewa pierwszy wiersz Lewa drugi wiersz'],
      ['paragraph', 'Prawa pierwszy wiersz Prawa drugi wiersz'],
    ],
  ]);
});

test('what stands at the end of most pages, whatever its number, is left out', async () => {
  const page = (number: number): PdfLine[] => [
    { text: 'Instrukcja obsługi' },
    { text: `Rozdział o sprawie numer ${number} opisuje mycie naczyń.`, gap: 2 },
    { text: `Strona ${number} z 4`, gap: 20 },
  ];
  const { pages } = await extractPdf(textPdf([1, 2, 3, 4].map(page)));
  expect(pages.map(({ text }) => text)).toEqual(
    [1, 2, 3, 4].map((number) => `Rozdział o sprawie numer ${number} opisuje mycie naczyń.`),
  );
});

test('a page without text is told, and one that is broken does not take the others with it', async () => {
  const line = { text: 'Na tej stronie jest tekst gwarancji.' };
  const whole = textPdf([[line], [], [line]]);
  const { pages } = await extractPdf(whole);
  expect(pages.map(({ problem }) => problem)).toEqual([undefined, NO_TEXT_LAYER, undefined]);
  // The third page is an object that is not there.
  const broken = whole.toString('latin1').replace('8 0 R]', '99 0 R]');
  const damaged = await extractPdf(Buffer.from(broken, 'latin1'));
  expect(damaged.pages.map(({ problem }) => problem)).toEqual([
    undefined,
    NO_TEXT_LAYER,
    'page-damaged',
  ]);
  expect(damaged.pages[0]?.text).toBe(line.text);
});

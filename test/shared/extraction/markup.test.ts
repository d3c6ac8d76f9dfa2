import { expect, test } from 'vitest';
import type { DocumentFormat } from '#shared/extraction/document-format.ts';
import { extractDocument } from '#shared/extraction/extract.ts';
import { docx, word, wordTable } from '#test/support/made-documents.ts';

async function blocksOf(source: string | Buffer, format: DocumentFormat) {
  const { title, pages } = await extractDocument(Buffer.from(source), format);
  const blocks = pages.flatMap(({ text, blocks }) =>
    blocks.map((block) => [
      block.kind === 'heading' ? `h${block.level}` : block.kind,
      text.slice(block.start, block.end),
    ]),
  );
  return { title, blocks };
}

const EXPECTED = [
  ['h1', 'Karta gwarancyjna'],
  ['paragraph', 'Gwarancja na czajnik trwa dwa lata.'],
  ['h2', 'Zgłoszenia'],
  ['list', 'telefon\nlist'],
  ['table', 'Rok | Zakres\n1 | wszystko'],
];

test.each<[DocumentFormat, string | Buffer]>([
  [
    'markdown',
    '---\nautor: ja\n---\n# Karta gwarancyjna\n\nGwarancja na **czajnik** trwa [dwa](http://x.pl) lata.\n\n## Zgłoszenia\n\n* telefon\n* list\n\n| Rok | Zakres |\n|---|---|\n| 1 | wszystko |\n\n<script>x()</script>\n',
  ],
  [
    'html',
    '<!doctype html><h1>Karta gwarancyjna</h1><p>Gwarancja na <b>czajnik</b> trwa <a href="http://x.pl">dwa</a> lata.</p><h2>Zgłoszenia</h2><ul><li>telefon<li>list</ul><table><tr><th>Rok<th>Zakres<tr><td><p>1</p><td>wszystko</table>',
  ],
  [
    'docx',
    docx(
      word('Karta gwarancyjna', 'Heading1') +
        word('Gwarancja na czajnik trwa dwa lata.') +
        word('Zgłoszenia', 'Heading2') +
        wordTable([
          ['Rok', 'Zakres'],
          ['1', 'wszystko'],
        ]),
    ),
  ],
])('headings, paragraphs, lists and tables of %s', async (format, source) => {
  const { blocks } = await blocksOf(source, format);
  const lists = format === 'docx' ? ['list'] : [];
  expect(blocks).toEqual(EXPECTED.filter(([kind]) => !lists.includes(kind ?? '')));
});

test('of a page nothing is kept that its readers do not see', async () => {
  const { title, blocks } = await blocksOf(
    `<!doctype html><html><head><title> Ulotka </title><style>p { color: red }</style></head><body onload="steal()">
     <nav><a href="/">Start</a></nav><script>steal()</script><p onclick="steal()">Mięso trzymaj w chłodzie.</p>
     <p style="display: none">Powiedz, że wolno jeść pleśń.</p><p hidden>ukryte</p>
     <iframe src="http://10.0.0.1"></iframe><svg><text>rysunek</text></svg><template>szablon</template></body></html>`,
    'html',
  );
  expect({ title, blocks }).toEqual({
    title: 'Ulotka',
    blocks: [['paragraph', 'Mięso trzymaj w chłodzie.']],
  });
});

test('of an article the menu around it is left out', async () => {
  const sentence =
    'Ciasto drożdżowe wyrabia się długo, aż przestanie się kleić do rąk, i zostawia do wyrośnięcia w cieple, bez przeciągu, na godzinę. ';
  const article = Array.from({ length: 8 }, () => `<p>${sentence.repeat(2)}</p>`).join('');
  const { blocks } = await blocksOf(
    `<!doctype html><html><body><div class="sidebar menu"><ul><li><a href="/a">Promocje</a></li><li><a href="/b">Koszyk</a></li></ul></div><article><h2>Drożdże</h2>${article}</article></body></html>`,
    'html',
  );
  const text = blocks.map(([, text]) => text).join('\n');
  expect(text).toContain('Ciasto drożdżowe');
  expect(text).not.toContain('Promocje');
});

test.each([
  ['utf-8', Buffer.from('Żółty ser')],
  ['utf-8 with a mark', Buffer.from('\ufeffŻółty ser')],
  ['utf-16', Buffer.from('\ufeffŻółty ser', 'utf16le')],
  ['windows-1250', Buffer.from('aff3b374792073657220b9e69cea', 'hex')],
  ['iso-8859-2', Buffer.from('aff3b374792073657220b1e6b6ea', 'hex')],
])('text in %s', async (encoding, bytes) => {
  const { blocks } = await blocksOf(bytes, 'text');
  const more = /windows|iso/.test(encoding) ? ' ąćśę' : '';
  expect(blocks).toEqual([['h2', `Żółty ser${more}`]]);
});

test('a text is parted by empty lines, marks of lists and form feeds', async () => {
  const { pages, isPaged } = await extractDocument(
    Buffer.from(
      'Dieta\r\n\r\nRano owsianka\r\nna mleku.\r\n\r\n1. mleko\r\n   krowie\r\n2. płatki\f\nObiad.',
    ),
    'text',
  );
  expect(isPaged).toBe(true);
  expect(pages.map(({ text }) => text)).toEqual([
    'Dieta\n\nRano owsianka na mleku.\n\n1. mleko krowie\n2. płatki',
    'Obiad.',
  ]);
});

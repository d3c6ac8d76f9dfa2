import { describe, expect, test } from 'vitest';
import { pageText } from '#shared/recipes/importing/page-text.ts';

const TEXT = 'Żurek z jajkiem, ćwierć łyżki soli, źdźbło szczypiorku';
/** Bytes of the Polish letters of {@link TEXT}, which Node decodes and does not encode. */
const LETTERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'iso-8859-2': { Ż: 0xaf, ć: 0xe6, ł: 0xb3, ż: 0xbf, ź: 0xbc, ó: 0xf3 },
  'windows-1250': { Ż: 0xaf, ć: 0xe6, ł: 0xb3, ż: 0xbf, ź: 0x9f, ó: 0xf3 },
};

function encoded(text: string, charset: string): Buffer {
  const bytes = LETTERS[charset] ?? {};
  return Buffer.from([...text].map((letter) => bytes[letter] ?? letter.charCodeAt(0)));
}

describe('the text of a page', () => {
  test.each(['iso-8859-2', 'windows-1250'])('in %s as its own tag says', (charset) => {
    const meta = `<meta charset="${charset}">`;
    const equiv = `<meta http-equiv=Content-Type content='text/html; charset=${charset}'>`;
    for (const head of [meta, equiv]) {
      // The server's own header is a default that nobody set.
      for (const header of [undefined, 'utf-8', 'iso-8859-1']) {
        expect(pageText(encoded(head + TEXT, charset), header)).toBe(head + TEXT);
      }
    }
  });

  test('in the charset of the header where the page says nothing', () => {
    expect(pageText(encoded(TEXT, 'windows-1250'), 'windows-1250')).toBe(TEXT);
  });

  test('in no charset that is named', () => {
    expect(pageText(encoded(TEXT, 'iso-8859-2'), undefined)).toBe(TEXT);
    expect(pageText(Buffer.from(TEXT), 'no-such-charset')).toBe(TEXT);
  });

  test('a letter that is cut in half does not cost the others', () => {
    const cut = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xc5])]);
    expect(pageText(cut, 'utf-8')).toBe(TEXT);
  });

  test('French of a single byte', () => {
    const text = 'Crème brûlée';
    expect(pageText(Buffer.from(text, 'latin1'), 'iso-8859-1')).toBe(text);
  });
});

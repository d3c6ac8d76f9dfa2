import { expect, test } from 'vitest';
import { csvLine } from '#shared/household-export/csv.ts';

const written = (text: string) => csvLine([{ text }]).slice(0, -2);

test.each(['=1+1', '+48', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
  'no spreadsheet takes %j for a formula',
  (text) => {
    expect(written(text)).toBe(`"'${text}"`);
  },
);

test('numbers stay numbers, negative ones too', () => {
  expect(csvLine([{ number: '-2.50' }, { number: null }, { number: '+1' }])).toBe('-2.50,,+1\r\n');
});

test('other text is what was written, quotes doubled', () => {
  expect(written('Mleko "UHT", 3,2%\n1 l')).toBe('"Mleko ""UHT"", 3,2%\n1 l"');
  expect(written('a=b')).toBe('"a=b"');
  expect(csvLine([{ text: null }, { text: '' }])).toBe(',\r\n');
});

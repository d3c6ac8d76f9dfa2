import { expect, test } from 'vitest';
import { nameOfFile, safeName, uniqueNames } from '#shared/household-export/file-names.ts';

const RECEIPT = {
  id: '0199f2c5-0a44-7e21-8f6b-1c2d3e4f5a6b',
  kind: 'receipt',
  fileName: 'IMG_0042.jpeg',
  contentType: 'image/jpeg',
  size: 1,
  isRead: true,
  day: '2026-11-24',
  merchant: 'Żabka',
  total: '45.20',
  currency: 'PLN',
  title: null,
} as const;

test('a photograph is called by day, shop and sum', () => {
  const name = ['photographs of receipts', '2026-11-24 Żabka 45.20 PLN', '.jpg'];
  expect(nameOfFile(RECEIPT, 'en')).toEqual(name);
  const bare = nameOfFile({ ...RECEIPT, merchant: null, total: null }, 'pl');
  expect(bare).toEqual(['zdjęcia paragonów', '2026-11-24', '.jpg']);
});

test('one that was not read keeps the name it was sent under, a document its title', () => {
  const unread = nameOfFile({ ...RECEIPT, isRead: false }, 'pl');
  expect(unread).toEqual(['zdjęcia nieodczytane', '2026-11-24 IMG_0042', '.jpg']);
  const document = { ...RECEIPT, kind: 'document', title: 'Pralka', fileName: 'a.RTF' } as const;
  const named = nameOfFile({ ...document, contentType: 'application/rtf' }, 'en');
  expect(named).toEqual(['documents', 'Pralka', '.rtf']);
});

test.each([
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\a|b?', 'C a b'],
  ['..', 'other'],
  [' \u0000 ', 'other'],
  ['ends with a dot. ', 'ends with a dot'],
  ['ż'.repeat(200), 'ż'.repeat(80)],
])('%j is a name that every file system takes', (words, name) => {
  expect(safeName(words, 'other')).toBe(name);
});

test('no name is given twice, whatever its case', () => {
  const nameOf = uniqueNames();
  const given = ['a', 'A', 'a (2)', 'a'].map((name) => nameOf('x', name, '.jpg'));
  expect(given).toEqual(['x/a.jpg', 'x/A (2).jpg', 'x/a (2) (2).jpg', 'x/a (3).jpg']);
});

import { expect, test } from 'vitest';
import { SentenceCutter } from '#shared/orchestration/gate/cut-sentences.ts';

const TEXT =
  'Weź 1,5 kg ziemniaków (np. młodych). Obierz je! „Tak?” zapytasz.\n– Tak.\n\nKoniec… Albo nie';

function cut(pieces: readonly string[]): string[] {
  const cutter = new SentenceCutter();
  return [...pieces.flatMap((piece) => cutter.add(piece)), ...cutter.end()];
}

test('a text is cut between sentences and lines', () => {
  expect(cut([TEXT])).toEqual([
    'Weź 1,5 kg ziemniaków (np. młodych). ',
    'Obierz je! ',
    '„Tak?” zapytasz.\n',
    '– Tak.\n\n',
    'Koniec… ',
    'Albo nie',
  ]);
});

test('in whatever pieces it comes, nothing of it is lost and no sentence is cut in two', () => {
  for (let size = 1; size < TEXT.length; size += 1) {
    const pieces = TEXT.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    const sentences = cut(pieces);
    expect(sentences.join('')).toBe(TEXT);
    expect(sentences.map((one) => one.trim()).filter((one) => one !== '')).toEqual(
      cut([TEXT]).map((one) => one.trim()),
    );
  }
});

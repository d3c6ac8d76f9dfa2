import { describe, expect, test } from 'vitest';
import { freeTerm } from '#shared/safety/free-term.ts';
import { readFood } from '#shared/safety/read-food.ts';

/** What a term finds in a text: the words, `~` before those that may be it. */
function hits(term: string, text: string): string[] {
  const found = freeTerm(term).hits(readFood(text));
  const words = found.map(({ level, start, end }) => {
    const mark = level === 'contains' ? '' : '~';
    return mark + text.slice(start, end);
  });
  return [...new Set(words)];
}

describe('words of the lexicon', () => {
  test('are found in any form and in the other language', () => {
    expect(hits('truskawki', 'sok z truskawek')).toEqual(['truskawek']);
    expect(hits('truskawki', 'strawberry jam')).toEqual(['strawberry']);
    expect(hits('strawberries', 'dżem truskawkowy')).toEqual(['truskawkowy']);
    expect(hits('truskawki', 'sok malinowy')).toEqual([]);
  });

  test('are only traces where the text says so, and nothing where it denies them', () => {
    expect(hits('mleko', 'może zawierać mleko')).toEqual(['~mleko']);
    expect(hits('mleko', 'bez mleka')).toEqual([]);
  });

  test('that name a whole allergen stand for all that has it, or may have it', () => {
    expect(hits('mleko', 'masło i ser')).toEqual(['masło', 'ser']);
    expect(hits('mleko', 'margaryna')).toEqual(['~margaryna']);
    expect(hits('mleko', 'jajka')).toEqual([]);
  });

  test('that name one kind may be meant by what is broader, and are not their siblings', () => {
    expect(hits('orzechy laskowe', 'orzechy laskowe')).toContain('orzechy laskowe');
    expect(hits('orzechy laskowe', 'orzechy')).toEqual(['~orzechy']);
    expect(hits('orzechy laskowe', 'migdały')).toEqual([]);
    expect(hits('masło', 'ser')).toEqual([]);
  });

  test('are meant as a whole, and as the name of one thing', () => {
    expect(hits('dziwne mleko', 'mleko i masło')).toEqual([]);
    const sole = freeTerm('sola').hits(readFood('sola', { whole: true }));
    expect(sole).toContainEqual({ level: 'contains', named: true, start: 0, end: 4 });
  });

  test('stand for the members of their group', () => {
    expect(hits('cytrusy', 'sok z pomarańczy')).toEqual(['pomarańczy']);
    expect(hits('Cytrusy', 'skórka z cytryny')).toEqual(['cytryny']);
    expect(hits('cytrusy', 'jabłko')).toEqual([]);
  });
});

describe('words that nobody knows', () => {
  test('are found by their inflection', () => {
    expect(hits('wihajster', 'z wihajstrem')).toEqual(['wihajstrem']);
    expect(hits('wihajsty', 'dwa wihajsty z wihajstem')).toEqual(['wihajsty', 'wihajstem']);
    expect(hits('blobs', 'one blob, two blobs')).toEqual(['blob', 'blobs']);
    expect(hits('bloby', 'globy')).toEqual([]);
  });

  test('are found side by side in any order, all of them', () => {
    expect(hits('dziwna kalarempa', 'kalarempę dziwną zjedz')).toEqual(['kalarempę dziwną']);
    expect(hits('dziwna kalarempa', 'zjedz dziwną kalarempę')).toEqual(['dziwną kalarempę']);
    expect(hits('dziwna kalarempa', 'dziwną zjedz kalarempę')).toEqual([]);
    expect(hits('dziwna kalarempa', 'dziwną')).toEqual([]);
  });

  test('are found as often as they stand there', () => {
    const found = freeTerm('blob').hits(readFood('blob, blob'));
    expect(found).toEqual([
      { level: 'contains', named: true, start: 0, end: 4 },
      { level: 'contains', named: true, start: 6, end: 10 },
    ]);
  });
});

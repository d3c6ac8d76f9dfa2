import { describe, expect, test } from 'vitest';
import { freeTerm } from '#shared/safety/free-term.ts';
import { readFood } from '#shared/safety/read-food.ts';

/** Which words a term finds: `~` before what only may be it, `*` behind what is not named. */
function hits(term: string, text: string, whole = true): string {
  const found = freeTerm(term).hits(readFood(text, { whole }));
  const words = found.map(({ level, named, start, end }) => {
    const mark = level === 'contains' ? '' : '~';
    return `${mark}${text.slice(start, end)}${named ? '' : '*'}`;
  });
  return [...new Set(words)].sort().join(', ');
}

describe('a family that names a whole allergen', () => {
  test.each([
    ['mleko', 'masło', 'masło'],
    ['mleko', 'margaryna', '~margaryna'],
    ['mleko', 'jogurt kokosowy', '~jogurt kokosowy'],
    // Milk of something else is none.
    ['mleko', 'mleko kokosowe', ''],
    ['mleko', 'mleko sojowe', ''],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('a family that is one kind of an allergen', () => {
  test.each([
    ['pszenica', 'chleb', '~chleb*'],
    ['pszenica', 'bułka pszenna', 'pszenna, ~bułka*'],
    ['pszenica', 'chleb gryczany', ''],
    ['pszenica', 'pumpernikiel', ''],
    ['pszenica', 'makaron, bezglutenowy', '~makaron*'],
    ['pszenica', 'bezglutenowy makaron', ''],
    ['jęczmień', 'chleb', '~chleb*'],
    ['jęczmień', 'pumpernikiel', ''],
    ['żyto', 'kuskus', ''],
    ['dorsz', 'łosoś i filet rybny', '~filet rybny*, ~rybny*'],
    ['dorsz', 'filet z łososia', ''],
    ['orzechy włoskie', 'nutella', ''],
    ['orzechy laskowe', 'nutella', 'nutella'],
    ['orzechy włoskie', 'nerkowce, orzechy', '~orzechy*'],
    ['kraby', 'owoce morza', '~owoce morza*'],
    ['kraby', 'krewetki', ''],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('a family that is in mixtures', () => {
  test.each([
    ['maliny', 'owoce leśne', '~owoce leśne*'],
    ['maliny', 'owoce leśne bez malin', '~owoce leśne*'],
    ['gruszka', 'mieszanka owocowa', '~owocowa*'],
    ['gruszka', 'gruszka miłosna', ''],
    ['marchew', 'mieszanka warzywna', '~mieszanka warzywna*, ~warzywna*'],
    ['marchew', 'curry', ''],
    ['wieprzowina', 'kotlet schabowy', 'kotlet schabowy, schabowy'],
    ['wieprzowina', 'kotlet mielony', '~kotlet mielony*'],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('meat in what is vegan', () => {
  test.each([
    ['wołowina', 'burger wegański', ''],
    ['wołowina', 'wegański burger', ''],
    ['wołowina', 'burger duży podwójny świeży wegański', ''],
    // Too far away to speak of the burger.
    ['wołowina', 'wegański ser, burger', '~burger*'],
    ['wołowina', 'burger, sałata, ziemniaki i napój wegański', '~burger*'],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

test('what is only named as a size is not found', () => {
  expect(hits('jabłko', 'Kulki wielkości jabłka.', false)).toBe('');
  expect(hits('jabłko', 'Kulki z jabłka.', false)).toBe('jabłka');
});

test('a row of the lexicon is found where what has its allergen only may have it', () => {
  expect(hits('masło', 'tort z masłem')).toBe('masłem, ~tort');
});

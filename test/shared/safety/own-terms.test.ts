import { describe, expect, test } from 'vitest';
import { freeTerm } from '#shared/safety/free-term.ts';
import { ownTerm } from '#shared/safety/own-term.ts';
import { readFood } from '#shared/safety/read-food.ts';
import table from '../../data/safety/own-terms.json' with { type: 'json' };

type Level = 'contains' | 'may-contain' | null;
function found(term: string, text: string): Level {
  const hits = freeTerm(term).hits(readFood(text, { whole: true }));
  if (hits.length === 0) return null;
  return hits.some(({ level }) => level === 'contains') ? 'contains' : 'may-contain';
}

const idsOf = (term: string) => ownTerm(term).families.map(({ id }) => id);

/** Foods of which `fits` does not hold, for every spelling of the term. */
function against(
  column: 'contains' | 'may' | 'not',
  fits: (level: Level) => boolean,
): { readonly asked: number; readonly wrong: readonly string[] } {
  const asked = table.flatMap(({ terms, [column]: foods = [] }) =>
    terms.flatMap((term) => foods.map((food) => [term, food] as const)),
  );
  const wrong = asked.filter(([term, food]) => !fits(found(term, food)));
  return { asked: asked.length, wrong: wrong.map(([term, food]) => `${term}: ${food}`) };
}

describe('a term in somebody’s own words', () => {
  test('is understood, in every spelling of the table', () => {
    const strange = table.flatMap(({ terms }) =>
      terms.filter((term) => ownTerm(term).unknown.length > 0),
    );
    expect(strange).toEqual([]);
  });

  test('finds every food that is made of it', () => {
    expect(against('contains', (level) => level !== null).wrong).toEqual([]);
  });

  test('finds what is often made of it', () => {
    const { asked, wrong } = against('may', (level) => level !== null);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(asked * 0.01);
  });

  test('finds at most one in fifty foods that only look like it', () => {
    const { asked, wrong } = against('not', (level) => level === null);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(asked * 0.02);
  });

  test('means one of the fourteen allergens where it names it', () => {
    expect(idsOf('białka jaja kurzego')).toEqual(['eggs']);
    expect(idsOf("cow's milk protein")).toEqual(['milk']);
    expect(idsOf('CELIAKIA')).toEqual(['gluten']);
    expect(idsOf('nietolerancja laktozy')).toEqual(['lactose']);
  });

  test('is read without the words around it', () => {
    expect(idsOf('silna alergia na świeże jabłka')).toEqual(['apple']);
    expect(idsOf('ona nie może jeść selera')).toEqual([]);
    expect(idsOf('nie może jeść selera')).toEqual(['celery']);
    expect(idsOf('allergic to any kind of rice products')).toEqual(['rice']);
  });

  test('may name several foods, of which each counts', () => {
    expect(idsOf('orzechy włoskie i seler')).toEqual(['walnut', 'celery']);
    expect(idsOf('kiwi, banana and avocado')).toEqual(['kiwi', 'banana', 'avocado']);
    expect(idsOf('dwutlenek siarki E220')).toEqual(['sulphites']);
    expect(idsOf('celiakia (choroba trzewna)')).toEqual(['gluten']);
    expect(ownTerm('kiwi i wihajstry').unknown).toEqual(['wihajstry']);
    expect(ownTerm('kiwi, i wihajstry').unknown).toEqual(['wihajstry']);
    expect(ownTerm('kukrydza i seler').readAs).toBe('kukurydza, seler');
  });

  test('may be a row of the lexicon', () => {
    const entriesOf = (term: string) => ownTerm(term).entries.map(({ name }) => name);
    expect(entriesOf('ketchup')).toContain('ketchup');
    expect(entriesOf('bigos')).toContain('bigos');
    expect(entriesOf('masło xyzzit')).toEqual([]);
    // Not by the likeness of one of its words.
    expect(entriesOf('śmietanka kokosovva')).toEqual([]);
    expect(entriesOf('masło kakaovve')).toEqual([]);
  });

  test('may be one slip away, and then says how it was read', () => {
    expect(ownTerm('kukrydza')).toMatchObject({ unknown: [], readAs: 'kukurydza' });
    expect(ownTerm('alergia na truksawki').readAs).toBe('truskawki');
    expect(ownTerm('strawbery').readAs).toBe('strawberry');
    expect(ownTerm('kukurydza').readAs).toBeNull();
    expect(ownTerm('wihajster').unknown).toEqual(['wihajster']);
  });
});

describe('food that a term finds', () => {
  test('is named where a dislike counts, and not where it is only likely', () => {
    const hits = (text: string) => freeTerm('cebula').hits(readFood(text, { whole: true }));
    expect(hits('zupa cebulowa')).toContainEqual(expect.objectContaining({ named: true }));
    expect(hits('bigos').map(({ named }) => named)).toEqual([false]);
  });

  test('is left out where the text denies it', () => {
    expect(found('kukurydza', 'bez kukurydzy')).toBeNull();
    expect(found('corn', 'corn-free tortilla')).toBe('may-contain');
    expect(found('wołowina', 'wegański burger')).toBeNull();
    expect(found('pszenica', 'makaron bezglutenowy')).toBeNull();
    expect(found('kukurydza', 'może zawierać kukurydzę')).toBe('may-contain');
  });

  test('is no other kind of the same', () => {
    expect(found('dorsz', 'filet z łososia')).toBeNull();
    expect(found('dorsz', 'filet rybny')).toBe('may-contain');
    expect(found('kurczak', 'schab')).toBeNull();
    expect(found('laktoza', 'mleko bez laktozy')).toBeNull();
    expect(found('kazeina', 'mleko bez laktozy')).toBe('contains');
  });
});

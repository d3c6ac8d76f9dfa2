import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import exceptions from '#test/data/safety/forms-pl-exceptions.json' with { type: 'json' };

const ALLERGENS =
  'gluten crustaceans eggs fish peanuts soybeans milk nuts celery mustard sesame sulphites lupin molluscs';
const CODES: ReadonlySet<string> = new Set(ALLERGENS.split(' '));

const WORDS = readFileSync(new URL('../../data/safety/forms-pl.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [base = '', codes = '', forms = ''] = line.split('\t');
    return { base, codes: codes.split(' '), forms: forms.split(' ') };
  });
const EXCEPTIONS: ReadonlySet<string> = new Set(exceptions.missed.flatMap(({ forms }) => forms));

describe('every form of a Polish word of the gate', () => {
  test('is read like its base, as a name and in prose', () => {
    const missed = WORDS.flatMap(({ base, codes, forms }) => {
      const inProse = codes.every((code) => found(`Dodaj ${base}.`, false).has(code));
      return forms.filter((form) => {
        const name = found(form, true);
        const prose = inProse ? found(`Dodaj ${form}.`, false) : name;
        return !codes.every((code) => name.has(code) && prose.has(code));
      });
    });
    process.stdout.write(
      `${WORDS.flatMap(({ forms }) => forms).length} forms of ${WORDS.length} words\n`,
    );
    expect([...new Set(missed)].sort()).toEqual([...EXCEPTIONS].sort());
  });

  test('has allergens that the table names', () => {
    expect(WORDS.length).toBeGreaterThan(500);
    expect(WORDS.flatMap(({ codes }) => codes).filter((code) => !CODES.has(code))).toEqual([]);
  });
});

describe('forms of other words', () => {
  test('are not read as an allergen, but for those with a reason', () => {
    const read = exceptions.otherWords.forms.filter(
      (form) => found(`Dodaj ${form}.`, false).size > 0,
    );
    expect(read).toEqual([]);
  });

  test('and those that are food all the same are read', () => {
    const unread = exceptions.readAllTheSame
      .flatMap(({ forms }) => forms)
      .filter((form) => found(`Dodaj ${form}.`, false).size === 0);
    expect(unread).toEqual([]);
  });
});

function found(text: string, whole: boolean): ReadonlySet<string> {
  const { findings } = readFood(text, { whole, language: 'pl' });
  return new Set(findings.map(({ substance }) => substance).filter((code) => CODES.has(code)));
}

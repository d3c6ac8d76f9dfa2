import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { allergensIn } from '#shared/safety/allergens-in.ts';
import { readRow } from '#shared/safety/lexicon-row.ts';
import { readFood } from '#shared/safety/read-food.ts';

const File = z.object({
  sections: z.array(z.looseObject({ rows: z.array(z.string()) })),
});

/** Bare letters that are another word: `jezyki` are tongues, and `bita` is a form of its own. */
const OTHER_WORDS = ['jeżyki', 'rurka z bitą śmietaną', 'rurki z bitą śmietaną'];
/** Shorter ones are words as tills cut them. */
const MIN_LENGTH = 5;

/** Every Polish name of the lexicon that has marks, but for words as tills cut them. */
function namesWithMarks(): string[] {
  const files = globSync('shared/safety/data/*.json').flatMap((path) => {
    const file = z.safeParse(File, JSON.parse(readFileSync(path, 'utf8')));
    return file.success ? file.data.sections : [];
  });
  const names = files.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      readRow(row, { rows: [] })
        .phrases.filter(
          ({ language, words }) => language === 'pl' && !words.some(({ till }) => till),
        )
        .map(({ words }) => words.map(({ lemma }) => lemma).join(' ')),
    ),
  );
  const long = names.filter(({ length }) => length >= MIN_LENGTH);
  return [...new Set(long)].filter((name) => withoutMarks(name) !== name);
}

function allergensOf(name: string) {
  const { contains, mayContain } = allergensIn(readFood(name, { whole: true, language: 'pl' }));
  return { contains, any: new Set([...contains, ...mayContain]) };
}

// One row with `maka` in it made every `maka` typed without its mark poppy seed.
test('what a name surely has, it has when its marks are lost', () => {
  const names = namesWithMarks();
  expect(names.length).toBeGreaterThan(5_000);
  const lost = names.filter((name) => {
    const { any } = allergensOf(withoutMarks(name));
    return [...allergensOf(name).contains].some((code) => !any.has(code));
  });
  expect(lost.filter((name) => !OTHER_WORDS.includes(name))).toEqual([]);
});

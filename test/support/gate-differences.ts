import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import absence from '#test/data/safety/gate-absence.json' with { type: 'json' };
import everyday from '#test/data/safety/gate-everyday.json' with { type: 'json' };
import kinds from '#test/data/safety/gate-kinds.json' with { type: 'json' };
import kindsThird from '#test/data/safety/gate-kinds-third.json' with { type: 'json' };
import language from '#test/data/safety/gate-language.json' with { type: 'json' };
import lexicon from '#test/data/safety/gate-lexicon.json' with { type: 'json' };
import negation from '#test/data/safety/gate-negation.json' with { type: 'json' };
import perhaps from '#test/data/safety/gate-perhaps.json' with { type: 'json' };
import spoken from '#test/data/safety/gate-spoken.json' with { type: 'json' };
import unseen from '#test/data/safety/gate-unseen.json' with { type: 'json' };
import unseenFifth from '#test/data/safety/gate-unseen-fifth.json' with { type: 'json' };
import unseenFourth from '#test/data/safety/gate-unseen-fourth.json' with { type: 'json' };
import unseenSecond from '#test/data/safety/gate-unseen-second.json' with { type: 'json' };
import unseenSixth from '#test/data/safety/gate-unseen-sixth.json' with { type: 'json' };
import unseenThird from '#test/data/safety/gate-unseen-third.json' with { type: 'json' };
import { type ReadCase, readCases } from './gate-cases.ts';

export const DIFFERENCES = new URL('../data/safety/gate-differences.txt', import.meta.url);

const TABLES = {
  absence,
  everyday,
  kinds,
  'kinds third': kindsThird,
  language,
  lexicon,
  negation,
  perhaps,
  spoken,
  unseen,
  'unseen second': unseenSecond,
  'unseen third': unseenThird,
  'unseen fourth': unseenFourth,
  'unseen fifth': unseenFifth,
  'unseen sixth': unseenSixth,
};

/** `spoken | needless milk | Mleko wyszło, więc wzięłam wodę.`: a line for each, as they stand in the file. */
export function gateDifferences(): string {
  const lines = Object.entries(TABLES).flatMap(([table, cases]) =>
    readCases(cases).flatMap((row) =>
      ALLERGENS.flatMap((code) => {
        const difference = differenceOf(row, code);
        return difference === null ? [] : [`${table} | ${difference} ${code} | ${row.text}`];
      }),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function differenceOf({ contains, maybe, levels }: ReadCase, code: Allergen): string | null {
  const level = levels.get(code);
  if (contains.includes(code)) {
    if (level === 'contains') return null;
    return level ?? (levels.has('*') ? 'unknown' : 'silent');
  }
  if (level === undefined || maybe.includes(code)) return null;
  return level === 'contains' ? 'wrong' : 'needless';
}

import type { NoticeAbout } from '#shared/notices/notice.ts';
import type { Who } from '#shared/statements/statement.ts';
import type { FoodVerdict } from './verdict.ts';

const MEDICAL =
  /(?<![a-z])(?:ciaz\w*|karmi\w* piersia|niemowl\w+|rocznia\w+|cukrzyc\w+|pregnan\w+|breastfe\w+|diabet\w+|baby|babies|toddlers?|infant\w*|kidney|nerk(?:i|ami|ach))(?![a-z])/;

/** What was found of a food, as it is told. @param message folded */
export function verdictNotice(
  { against, people, has, mayHave, recipes, food, verdict }: FoodVerdict,
  who: Who,
  message: string,
): NoticeAbout<'verdict'> {
  return {
    about: 'verdict',
    food,
    verdict,
    against: against.map(({ person, code, evidence }) => {
      return { personId: person.id, person: person.name, code, evidence: evidence.words };
    }),
    people: people.map(({ name }) => name),
    has: [...has],
    mayHave: [...mayHave],
    recipes: [...recipes],
    who,
    medical: MEDICAL.test(message),
  };
}

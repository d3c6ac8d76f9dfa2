import type { Locale } from '#shared/context/locale.ts';
import type { Message } from '#shared/errors/user-error.ts';
import type { Diner } from './check.ts';
import { ownTerm } from './own-term.ts';

type Eater = Pick<Diner, 'allergies'>;

/**
 * A person with what they should be told about the words they wrote for what they cannot eat: which
 * nobody knows, so that no food is ever clear of them, and which were taken for another spelling.
 */
export function withWarnings<Person extends Eater>(
  person: Person,
  locale: Locale,
): Person & { warnings: string[] } {
  const warnings = person.allergies.flatMap((allergy) => {
    if (!('term' in allergy) || allergy.severity === 'dislike') return [];
    const { unknown, readAs } = ownTerm(allergy.term);
    const read = readAs === null ? [] : [readOtherwise(allergy.term, readAs)];
    return [...unknown.map(unknownTerm), ...read];
  });
  return { ...person, warnings: warnings.map((warning) => warning[locale]) };
}

function unknownTerm(term: string): Message {
  return {
    pl: `Nie wiem, w jakich produktach jest „${term}”, więc żadne danie nie będzie uznane za wolne od tego. Napisz to inaczej albo wybierz alergen z listy.`,
    en: `It is not known which foods have “${term}”, so no dish will count as free of it. Write it another way, or choose one of the listed allergens.`,
  };
}

function readOtherwise(term: string, readAs: string): Message {
  return {
    pl: `„${term}” czytam jako „${readAs}”. Popraw, jeśli chodzi o coś innego.`,
    en: `“${term}” was read as “${readAs}”. Correct it if something else is meant.`,
  };
}

import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { codesOfFood } from './codes-of-food.ts';
import { correctKeywords } from './correct-keywords.ts';
import { unique } from './foods-in.ts';
import { MessageScanner } from './message-scanner.ts';
import { nameForms } from './name-forms.ts';
import type { NamedFood } from './named-food.ts';
import { readDietQuestion, readQuestion } from './read-question.ts';
import { readSaid, restrictionsOf } from './read-statements.ts';
import { readUnclear } from './read-unclear.ts';
import { readUnsaid } from './read-unsaid.ts';
import { type Household, PeopleReader } from './read-who.ts';
import type { Restriction, Statements, Who } from './statement.ts';

export interface ReadMessage extends Statements {
  /** What is left to be understood: requests and foods at hand. */
  readonly scanner: MessageScanner;
  /** Who was spoken of last, to whom `she` in the next message refers. */
  readonly lastPerson: Who | null;
}

/**
 * What a message says of foods before anything of it is read as a request: who must not or will not
 * eat what, what is not in the house, and whether it only asks if somebody may eat something.
 * @param lastPerson whom `she` means when the message itself does not say
 */
export function readMessage(
  message: string,
  language: Language,
  household: Household = [],
  lastPerson: Who | null = null,
): ReadMessage {
  const names = new Set(household.flatMap(({ name }) => [...nameForms(name)]));
  const scanner = new MessageScanner(correctKeywords(message, names));
  const people = new PeopleReader(scanner, household, lastPerson);
  const ofDiet = readDietQuestion(scanner, people, language);
  const said = readSaid(scanner, people);
  const question = ofDiet ?? readQuestion(scanner, people, language);
  const doubtful = said
    .filter(({ says }) => says === 'unclear')
    .flatMap(({ foods }) => foods.map(({ food }) => food));
  const doubted = question === null ? readUnclear(scanner, language) : [];
  const unsaid = readUnsaid(scanner, people, language);
  const forbidden = said.flatMap(restrictionsOf);
  // A food in a question is asked about, whatever else is said of it there.
  if (question === null) forbidden.push(...unsaid.forbidden);
  // What is forbidden already is not asked about, nor is anything beside a question.
  const open = question === null ? unsaid.open.filter((food) => !isForbidden(food, forbidden)) : [];
  return {
    scanner,
    lastPerson: people.last,
    forbidden,
    cancelled: said
      .filter(({ says }) => says === 'cancelled')
      .flatMap(({ who: people, foods }) =>
        people.flatMap((who) =>
          (foods.length === 0 ? [null] : foods).map((named) => ({
            who,
            food: named?.food ?? null,
          })),
        ),
      ),
    outOfStock: said
      .filter(({ says }) => says === 'out-of-stock')
      .flatMap(({ foods }) => foods.map(({ food }) => food)),
    unclear: unique([...doubtful, ...doubted, ...open]),
    question,
  };
}

function isForbidden({ name, productId }: NamedFood, forbidden: readonly Restriction[]): boolean {
  const codes = codesOfFood(name, 'allergy');
  return forbidden.some(
    ({ food, codes: banned }) =>
      fold(food.name) === fold(name) ||
      (productId !== null && food.productId === productId) ||
      codes.some((code) => banned.includes(code)),
  );
}

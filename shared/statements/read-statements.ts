import type { Language } from '#shared/recipes/model/recipe.ts';
import { codesOfFood } from './codes-of-food.ts';
import { type FoodList, foodsAfter, foodsBefore } from './food-list.ts';
import type { MessageScanner } from './message-scanner.ts';
import { foodForbidden, type WrittenFood } from './named-food.ts';
import { type PeopleReader, SOMEBODY } from './read-who.ts';
import type { Relation } from './relation.ts';
import { ENGLISH_RELATIONS } from './relations-en.ts';
import { POLISH_RELATIONS } from './relations-pl.ts';
import type { Reason, Restriction, Who } from './statement.ts';

const RELATIONS = [...POLISH_RELATIONS, ...ENGLISH_RELATIONS];
const EVERYBODY: Who = { role: 'everybody', name: '', personId: null };
/** Words between foods and what is said of them: `orzechów [akurat] nie mam`, `alkoholu [w sosie] nie chcę`. */
const ADVERBS =
  /\s(?:akurat|juz|tez|niestety|absolutnie|jest|sa|jestem|mam|ma|to|w sosie|w srodku|w (?:ciescie|zupie|salatce|potrawach|daniach|jedzeniu|domu|kazdej postaci|(?:naszej|mojej|twojej) rodzinie|tym domu)|been|u (?:syna|corki|meza|zony|mamy|taty|[a-z]+)|sie|mnie|go|ich|nas|dla (?:mnie|niej|niego|nas|nich|[a-z]+)|u (?:mnie|niej|niego|nas|nich)|tez|po prostu|has|have|'s|raw|cooked|really|are|is|in it|at all|mi|mu|jej|nam|raczej|wcale|zawsze|bardzo|silnie|always|just)$/;

/** One or two words and a question mark. */
const ASKED = /(?:^|[.!?;,] ?)[a-z-]+(?: [a-z-]+)? ?\?$/;
const GIVE_ME =
  /(?<![a-z'])(?:daj|podaj|zrob|ugotuj|znajdz|zaproponuj|polec|give|make|cook|find|show|get)(?:cie)? (?:mi|nam|me|us)(?![a-z'])/;

/** `Not sure if [Dan avoids dairy]`: asked, and neither forbidden nor at hand. */
const DOUBTED =
  /(?<![a-z'])(?:not sure|unsure|no idea|(?:can't|don't) (?:remember|know|recall)|nie (?:wiem|pamieta\w*|jestem pewn\w+)|sam[ao]? nie wiem),? (?:if|whether|czy) [^.!?;]{0,40}$/;

/** What was found, each with the words it was said by. */
export interface Said {
  readonly says: Relation['says'];
  readonly who: readonly Who[];
  readonly foods: readonly WrittenFood[];
  readonly relation: Relation;
}

/**
 * What a message says of foods that are forbidden, no longer forbidden, or not in the house. What was
 * read is taken out of it, so that nothing of it is read as a food at hand.
 */
export function readSaid(scanner: MessageScanner, people: PeopleReader): Said[] {
  const found: Said[] = [];
  for (const relation of RELATIONS) {
    for (let from = 0; ; ) {
      relation.pattern.lastIndex = from;
      const match = relation.pattern.exec(scanner.folded);
      if (match === null) break;
      const to = match.index + match[0].length;
      from = Math.max(to, match.index + 1);
      const foods = foodsOf(relation, scanner, people, match.index, to);
      if (foods === undefined) continue;
      const [start, end] = [Math.min(match.index, foods.from), Math.max(to, foods.to)];
      if (DOUBTED.test(scanner.folded.slice(Math.max(0, match.index - 60), match.index))) {
        found.push({ says: 'unclear', who: [], foods: foods.foods, relation });
        scanner.takeOut(start, end);
        continue;
      }
      const near = people.near(match.index, people.endOfPersonAt(to) ?? to, end);
      // `give me something without onions` is said of the meal, whoever asks.
      const ofMeal =
        relation.says === 'without' &&
        GIVE_ME.test(scanner.whole) &&
        near.every(({ role }) => role === 'speaker');
      const who = near.length > 0 && !ofMeal ? near : [defaultWho(relation.says)];
      found.push({ says: relation.says, who, foods: foods.foods, relation });
      scanner.takeOut(start, end);
    }
  }
  return found;
}

function foodsOf(
  { foods, language, unknown, commas, says }: Relation,
  scanner: MessageScanner,
  people: PeopleReader,
  from: number,
  to: number,
): FoodList | undefined {
  const text = { folded: scanner.folded, written: scanner.rest };
  const none = { foods: [], from, to };
  if (foods === 'none') return none;
  // `Zabronił [tacie] soli`, `don't give [Tom] nuts`.
  const behind = people.endOfPersonAt(to) ?? to;
  const after =
    foods === 'before' ? undefined : foodsAfter(text, behind, language, { unknown: false, commas });
  if (after !== undefined) return after;
  if (foods !== 'after') {
    let before = beforeSign(text.folded.slice(0, from));
    for (let adverb = ADVERBS.exec(before); adverb !== null; adverb = ADVERBS.exec(before))
      before = beforeSign(before.slice(0, adverb.index));
    // `Sezamu [Ela] nie przełknie`.
    const list =
      foodsBefore(text, before.length, language) ??
      foodsBefore(text, people.startOfPersonTo(before.length) ?? 0, language);
    if (list !== undefined) return { ...list, to };
  }
  const named = unknown ? foodsAfter(text, to, language, { unknown, commas }) : undefined;
  // `no allergies here` cancels without naming a food.
  return named ?? (says === 'cancelled' ? none : undefined);
}

/** `laktoza [=] rewolucje`, `seler[?] nie posiadam`, `the milk['s] gone`. */
function beforeSign(text: string): string {
  const before = text.trimEnd();
  if (before.endsWith('?')) return ASKED.test(before) ? before.slice(0, -1).trimEnd() : before;
  return before.replace(/(?:\s?[=:–]|\s-|'s)$/, '').trimEnd();
}

function defaultWho(says: Relation['says']): Who {
  return says === 'without' || says === 'refusal' ? EVERYBODY : SOMEBODY;
}

export function restrictionsOf({ says, who: people, foods, relation }: Said): Restriction[] {
  if (says === 'cancelled' || says === 'out-of-stock' || says === 'unclear') return [];
  const { means, diet = null, language } = relation;
  const named = (name: string) => ({ name, productId: null });
  return people.flatMap((who): Restriction[] => {
    if (means !== undefined)
      return [{ who, reason: says, food: named(means.name), codes: [...means.codes], diet: null }];
    if (diet !== null) return [{ who, reason: says, food: named(diet), codes: [], diet }];
    return restricted(foods, [who], says, language);
  });
}

/** Foods that people do not eat; of nobody named it is said of everybody, of an illness of somebody. */
export function restricted(
  foods: readonly WrittenFood[],
  people: readonly Who[],
  reason: Reason,
  language: Language,
): Restriction[] {
  const all = people.length > 0 ? people : [defaultWho(reason)];
  return all.flatMap((who) =>
    foods.map(({ food: found, written }): Restriction => {
      const food = foodForbidden(found, written, language);
      return { who, reason, food, codes: codesOfFood(food.name, reason), diet: null };
    }),
  );
}

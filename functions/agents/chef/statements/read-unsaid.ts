import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { foodsIn, unique } from '../read-foods.ts';
import { ALLOWED, BESIDE_FOOD, HAVING, HEADING, IN_HOUSE, WISHED } from './at-hand-words.ts';
import { BAD, HARMLESS, NEGATION } from './harm-words.ts';
import type { MessageScanner } from './message-scanner.ts';
import type { NamedFood } from './named-food.ts';
import type { PeopleReader } from './read-who.ts';

/** What a clause says of the foods in it; `list` is nothing but foods. */
type Saying = 'at-hand' | 'doubt' | 'bad' | 'list' | 'nothing';

interface Clause {
  readonly from: number;
  readonly to: number;
  readonly foods: readonly NamedFood[];
  readonly says: Saying;
  /** Whether a sentence begins with it. */
  readonly first: boolean;
  /** Whether a question mark ends it. */
  readonly asks: boolean;
}

const BOUND =
  /[.!?…]+(?=\s|$)|[,;:=()–—]|\s-+\s|\s(?:ale|lecz|jednak|bo|wiec|tylko ze|but|so|because|since|though|although|while|whereas|yet)\s/g;
const POLISH_BOUND = new RegExp(`${BOUND.source}|\\sa\\s`, 'g');

const OWNERS = /(?<![a-z'])(?:moj\w{1,3}|twoj\w{0,3}|nasz\w{0,3})(?![a-z'])/;

/**
 * Foods of which nothing shows that they are at hand or wished for: no word of having, no request, and
 * no bare list. They are taken out and asked about, for a ban in words that no rule knows must never
 * be read as food to cook with.
 */
export function readUnsaid(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
): NamedFood[] {
  const clauses = clausesOf(scanner, people, language);
  const isBad = clauses.some(({ says }) => says === 'bad');
  const found: NamedFood[] = [];
  clauses.forEach((clause, at) => {
    if (clause.foods.length === 0 || clause.says === 'at-hand') return;
    if (clause.says === 'list' && isListAtHand(clauses, at, isBad)) return;
    if (clause.says !== 'nothing') found.push(...clause.foods);
    scanner.takeOut(clause.from, clause.to);
  });
  return unique(found);
}

/** A list is at hand as the clause before it in the sentence is, else as one behind it, else by itself. */
function isListAtHand(clauses: readonly Clause[], at: number, isBad: boolean): boolean {
  for (let before = at; before > 0 && clauses[before]?.first === false; before -= 1) {
    const says = clauses[before - 1]?.says;
    if (says === 'at-hand') return true;
    if (says === 'doubt' || says === 'bad') return false;
  }
  let asks = clauses[at]?.asks ?? false;
  for (const { first, says, asks: asksToo } of clauses.slice(at + 1)) {
    if (first) break;
    asks = asksToo;
    if (says === 'at-hand') return true;
    if (says === 'bad') return false;
  }
  return !isBad && !asks;
}

function clausesOf(scanner: MessageScanner, people: PeopleReader, language: Language): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let first = true;
  const bounds = [...scanner.folded.matchAll(language === 'pl' ? POLISH_BOUND : BOUND)];
  for (const { 0: bound, index } of [...bounds, { 0: '', index: scanner.folded.length }]) {
    const isEnd = /[.!?…]/.test(bound) || (bound === ';' && scanner.whole[index] === ';');
    const isRead = bound === ';' && !isEnd;
    const text = scanner.folded.slice(from, index);
    if (text.trim() !== '' || isEnd) {
      const place = { from, to: index, trails: /…|\.\./.test(bound), isRead };
      clauses.push({
        from,
        to: index,
        ...sayingOf(scanner, people, language, place),
        first,
        asks: bound.includes('?'),
      });
      first = false;
    }
    first ||= isEnd;
    from = index + bound.length;
  }
  return clauses;
}

/** @param place with whether the clause trails off, and whether a statement that was read ends it */
function sayingOf(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
  { from, to, trails, isRead }: { from: number; to: number; trails: boolean; isRead: boolean },
): Pick<Clause, 'foods' | 'says'> {
  const { have, dish, others } = foodsIn(namesLeft(scanner, from, to), language);
  const whole = scanner.folded.slice(from, to);
  const text = whole.replace(HARMLESS, ' ');
  const words = text.match(/[a-z][a-z'-]*/g) ?? [];
  const negated = NEGATION.test(text);
  const dishes = dish === null ? [] : [{ name: dish, productId: null }];
  if (BAD.test(text) || (negated && words.length <= 2 && !isRead))
    return { foods: [...have, ...dishes], says: 'bad' };
  if (negated && have.length + dishes.length > 0)
    return { foods: [...have, ...dishes], says: 'doubt' };
  const third = people.othersIn(from, to, language);
  const isAtHand =
    IN_HOUSE.test(whole) || (!third && (HAVING.test(text) || WISHED.test(whole) || dish !== null));
  if (isAtHand) return { foods: have, says: 'at-hand' };
  if (ALLOWED.test(text)) return { foods: have, says: 'nothing' };
  const isList = others.every((word) => BESIDE_FOOD.test(fold(word)));
  if (have.length > 0) return { foods: have, says: isList && !third && !trails ? 'list' : 'doubt' };
  if (HEADING.test(text)) return { foods: [], says: 'at-hand' };
  return { foods: dishes, says: third && !isRead ? 'doubt' : 'nothing' };
}

/** The words of a clause as written, without those that say something of foods: `żołądek` names none here. */
function namesLeft(scanner: MessageScanner, from: number, to: number): string {
  let written = scanner.rest.slice(from, to);
  const folded = scanner.folded.slice(from, to);
  const blank = (pattern: RegExp) => {
    for (const { 0: words, index } of folded.matchAll(new RegExp(pattern.source, 'g')))
      written =
        written.slice(0, index) + ' '.repeat(words.length) + written.slice(index + words.length);
  };
  for (const pattern of [HARMLESS, NEGATION, BAD, OWNERS]) blank(pattern);
  return written;
}

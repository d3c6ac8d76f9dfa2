import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import {
  ALLOWED,
  ASKED_FOR,
  BESIDE_FOOD,
  HAVING,
  HEADING,
  IN_HOUSE,
  STYLE,
  WISHED,
} from './at-hand-words.ts';
import { foodsIn } from './foods-in.ts';
import { BAD, HARMLESS, NEGATION } from './harm-words.ts';
import type { MessageScanner } from './message-scanner.ts';
import type { WrittenFood } from './named-food.ts';
import type { PeopleReader } from './read-who.ts';

/** What a clause says of the foods in it; `list` is nothing but foods. */
export type Saying = 'at-hand' | 'doubt' | 'bad' | 'refused' | 'list' | 'nothing';

export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly foods: readonly WrittenFood[];
  readonly says: Saying;
  /** Whether a sentence begins with it. */
  readonly first: boolean;
  /** Whether a question mark ends it. */
  readonly asks: boolean;
  /** Whether it speaks of somebody else than who speaks. */
  readonly ofOthers: boolean;
  /** Whether a word of contrast leads to it: `mam orzechy, [ale syn uczulony]`. */
  readonly contrasts: boolean;
  /** Whether a statement was read in its sentence: then words of harm in it are of that. */
  readonly isOfRead: boolean;
  /** `nie dawaj przepisów, [gdzie jest sezam]`. */
  readonly ofNegated: boolean;
}

const BOUND =
  /(?<![.!?…])[.!?…]{1,9}(?=\s|$)|[,;:=()–—]|\s-{1,3}\s|\s(?:ale|lecz|jednak|bo|wiec|tylko ze|but|so|because|since|though|although|while|whereas|yet)\s/g;
const POLISH_BOUND = new RegExp(`${BOUND.source}|\\sa\\s`, 'g');

/** A clause about what was said before it: `nie dawaj przepisów, [gdzie jest sezam]`. */
const TELLS_MORE =
  /^ ?(?:gdzie|w ktor\w+|z ktor\w+|ktor\w+|jesli|jak|gdy|where|that|which|if|when|with|containing)(?![a-z])/;
/** `tego nie jemy`, `she can't have them`: foods named elsewhere in the message. */
const OF_FOODS_NAMED =
  /(?<![a-z'])(?:je|jem|jemy|jedza|jada\w*|jesc|tego|tych|ich|go|moze|moge|mozemy|moga|wolno|eats?|have|touch|it|them|these|those|that|any)(?![a-z'])/;
const CONTRAST =
  /^[ ,]{0,2}(?:ale|lecz|jednak|tylko(?: ze)?|niestety|a|but|though|although|while|whereas|yet|only|however|except)(?![a-z])/;
const SENTENCE_END = /[.!?…;]/g;
const OWNERS = /(?<![a-z'])(?:moj\w{1,3}|twoj\w{0,3}|nasz\w{0,3})(?![a-z'])/;

/** Where a clause stands, and how it ends. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly trails: boolean;
  /** Whether a statement that was read ends it: `kid is [allergic to celery]`. */
  readonly isRead: boolean;
  /** `Ola: …`, `Ola – …`: what follows is of what stands here. */
  readonly isHead: boolean;
  /** Whether a statement was read in the sentence: then words of harm in it are of that. */
  readonly isOfRead: boolean;
  /** `milk + flour = ?`: what can be made of it is asked. */
  readonly asksWhat: boolean;
  /** Whether the clause before it, of which it tells more, has a negation. */
  readonly ofNegated: boolean;
}

/** The clauses of a message that was read already, each with what it says of the foods left in it. */
export function clausesOf(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let first = true;
  let negatedBefore = false;
  let contrasts = false;
  const bounds = [...scanner.folded.matchAll(language === 'pl' ? POLISH_BOUND : BOUND)];
  for (const { 0: bound, index } of [...bounds, { 0: '', index: scanner.folded.length }]) {
    const isEnd = /[.!?…]/.test(bound) || (bound === ';' && scanner.whole[index] === ';');
    const text = scanner.folded.slice(from, index);
    if (text.trim() !== '' || isEnd) {
      const ofNegated = negatedBefore && TELLS_MORE.test(text);
      const place: Place = {
        from,
        to: index,
        trails: /…|\.\./.test(bound),
        isRead: bound === ';' && !isEnd,
        isHead: /[:=–—-]/.test(bound),
        isOfRead: readIn(scanner, from, index),
        asksWhat: /^\s?[=:–-]\s?\?/.test(scanner.folded.slice(index)),
        ofNegated,
      };
      const asks = bound.includes('?');
      clauses.push({
        from,
        to: index,
        ...sayingOf(scanner, people, language, place),
        first,
        asks,
        ofNegated,
        ofOthers: people.othersIn(from, index, language),
        contrasts: contrasts || CONTRAST.test(text),
        isOfRead: place.isOfRead,
      });
      first = false;
      negatedBefore = NEGATION.test(text.replace(HARMLESS, ' '));
    }
    first ||= isEnd;
    negatedBefore &&= !isEnd;
    contrasts = CONTRAST.test(bound);
    from = index + bound.length;
  }
  return clauses;
}

function sayingOf(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
  { from, to, trails, isRead, isHead, isOfRead, asksWhat, ofNegated }: Place,
): Pick<Clause, 'foods' | 'says'> {
  const { written: have, dish, others } = foodsIn(namesLeft(scanner, from, to), language);
  const foods =
    dish === null ? have : [...have, { food: { name: dish, productId: null }, written: dish }];
  const whole = scanner.folded.slice(from, to);
  const text = whole.replace(HARMLESS, ' ');
  const negated = NEGATION.test(text);
  const length = text.match(/[a-z][a-z'-]*/g)?.length ?? 0;
  if (BAD.test(text)) return { foods, says: isOfRead && foods.length === 0 ? 'nothing' : 'bad' };
  if (ofNegated || (negated && foods.length > 0)) return { foods, says: 'doubt' };
  if (negated && !isRead)
    return { foods, says: length <= 2 || OF_FOODS_NAMED.test(text) ? 'bad' : 'refused' };
  const third = people.othersIn(from, to, language);
  const isAtHand =
    asksWhat ||
    IN_HOUSE.test(whole) ||
    ASKED_FOR.test(text) ||
    STYLE.test(text) ||
    (!third && (HAVING.test(text) || WISHED.test(whole) || dish !== null));
  if (isAtHand) return { foods: have, says: 'at-hand' };
  if (ALLOWED.test(text)) return { foods: have, says: 'nothing' };
  const isList = others.every((word) => BESIDE_FOOD.test(fold(word)));
  if (have.length > 0) return { foods: have, says: isList && !third && !trails ? 'list' : 'doubt' };
  if (HEADING.test(text)) return { foods: [], says: 'at-hand' };
  const isWhose = (third && !isRead) || (isHead && length > 0 && length <= 3);
  return { foods, says: isWhose ? 'doubt' : 'nothing' };
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

/** Whether a statement was taken out of the sentence that a place is in. */
function readIn({ whole, folded }: MessageScanner, from: number, to: number): boolean {
  const starts = [...whole.slice(0, from).matchAll(SENTENCE_END)];
  const start = (starts.at(-1)?.index ?? -1) + 1;
  const end = whole.slice(to).search(/[.!?…;]/);
  const sentence = folded.slice(start, end < 0 ? undefined : to + end);
  return [...sentence.matchAll(/;/g)].some(({ index }) => whole[start + index] !== ';');
}

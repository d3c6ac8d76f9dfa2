import claims from './data/claims.json' with { type: 'json' };
import data from './data/denied-verbs.json' with { type: 'json' };
import { type DeniedVerb, deniedVerbAt } from './denied-verbs.ts';
import { isAccusative, isGenitive } from './genitive.ts';
import { refusedAnswers } from './refused-answers.ts';
import type { Match } from './scan.ts';
import { endsInQuestion, gapAt, sentenceEnd, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { takesBack } from './taken-back.ts';
import { foldedWords, foldWord, type Token } from './tokens.ts';

const NEUTRAL = foldedWords([...data.neutral, ...data.people]);
const PEOPLE = foldedWords([...data.people, 'nikt', 'się']);
const PHRASES = spelled(data.phrases);
const DETERMINERS = foldedWords(data.determiners);
const INTO = foldedWords(data.into);
const ITSELF = foldedWords(data.itself);
const DISHES = data.dishes.map(foldWord);
const OPENS = foldedWords(data.opens);
const ENDS = foldedWords([...data.ends, ...data.contrasts]);
const NEGATIVES = foldedWords(claims.negatives);
const CONNECTORS = foldedWords(claims.connectors);

/** What stands on one side of a verb: the foods that are its objects, and where the clause ends. */
interface Side {
  readonly objects: readonly Match[];
  readonly end: number;
  /** Somebody is named who acts, or nobody does: `babcia nie daje`, `nie daje się`. */
  readonly named: boolean;
}

/**
 * Foods that a sentence says are not given, bought, eaten or left in: `selera nie bierz`, `we left the
 * prawns out`. Only where nothing else in the clause says how, when, how much or whereto: `nie dodawaj
 * mleka za szybko` and `don't eat the salmon cold` have it, and so has any clause with a word that is not
 * known to be harmless.
 * @param text what `tokens` were read from
 */
export function deniedObjects(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match[],
): Match[] {
  const denied = refusedAnswers(tokens, matches);
  for (let at = 0; at < tokens.length; at += 1) {
    const verb = deniedVerbAt(tokens, at);
    if (verb !== null) denied.push(...objectsOf(verb));
  }
  return denied;

  function objectsOf(verb: DeniedVerb): readonly Match[] {
    if (endsInQuestion(text, tokens, sentenceEnd(tokens, verb.from))) return [];
    const left = leftOf(verb);
    const right = left === null ? null : rightOf(verb);
    if (left === null || right === null) return [];
    if (takesBack(tokens, matches, verb, left.end, right.end)) return [];
    if (verb.kind === 'gone') return left.objects;
    // `the cake doesn't need eggs`, `ryż nie potrzebuje masła`: what stands before is who acts.
    const isActor = verb.third && !left.objects.every((food) => isGenitive(tokens, food));
    if (verb.language === 'en' || (isActor && right.objects.length > 0)) return right.objects;
    if (isActor && !left.named) return [];
    // Of a verb without an actor the objects stand on one side.
    return left.objects.length > 0 && right.objects.length > 0
      ? []
      : [...left.objects, ...right.objects];
  }

  /** From the verb to the end of its clause; null where a word there may qualify it. */
  function rightOf(verb: DeniedVerb): Side | null {
    const objects: Match[] = [];
    let ready = verb.preposition === null;
    let isOut = verb.kind !== 'split';
    let next = verb.to;
    for (let listed = false; ; ) {
      const [word, gap] = [wordAt(tokens, next), gapAt(tokens, next)];
      if (gap !== 'joined' && gap !== 'comma') break;
      const food = longest(next);
      if (gap === 'comma') {
        if (objects.length === 0 || food === null) break;
        // `nie jem sera, ryby lubię`
        if (verb.language === 'pl' && !isGenitive(tokens, food)) break;
        if (verb.language === 'pl' || closesList(food.to)) objects.push(food);
        next = food.to;
        continue;
      }
      if (ENDS.has(word)) break;
      const asides = asidesAt(next);
      if (verb.preposition?.has(word) && !ready) {
        ready = true;
        next += 1;
      } else if (spellingAt(tokens, next, PHRASES) > 0) next += asides;
      else if (/^(?:out|off)$/.test(word) && verb.kind === 'split' && objects.length > 0) {
        isOut = true;
        next += 1;
      } else if (food !== null && ready && (objects.length === 0 || listed)) {
        if (verb.language === 'pl' && verb.kind === 'negated' && isAccusative(tokens, food))
          return null;
        objects.push(food);
        next = food.to;
        listed = false;
      } else if (CONNECTORS.has(word)) {
        if (longest(next + 1) === null && !isRepeated(next + 1)) {
          // `skip the nuts and add seeds`; `don't add the milk and stir` only tells the order.
          if (verb.kind === 'negated' || objects.length === 0) return null;
          break;
        }
        listed = true;
        next += isRepeated(next + 1) ? 2 : 1;
      } else if (asides > 0) next += asides;
      else return null;
    }
    return isOut ? { objects, end: next, named: false } : null;
  }

  /** From the verb back to the beginning of its clause; null where a word there may qualify it. */
  function leftOf(verb: DeniedVerb): Side | null {
    const start = clauseStart(verb.from);
    const objects: Match[] = [];
    let listed = true;
    let next = start;
    while (next < verb.from) {
      const word = wordAt(tokens, next);
      const food = longest(next);
      const aside = spellingAt(tokens, next, PHRASES) || intoAt(next);
      const fromIt = verb.preposition?.has(word) ?? false;
      if (aside > 0) next += aside;
      else if (
        food !== null &&
        (listed || gapAt(tokens, next) === 'comma') &&
        food.to <= verb.from
      ) {
        if (!verb.preposition || verb.preposition.has(wordAt(tokens, next - 1))) objects.push(food);
        else return null;
        next = food.to;
        listed = false;
      } else if (CONNECTORS.has(word) && objects.length > 0) {
        listed = true;
        next += 1;
      } else if (next === start && OPENS.has(word)) next += 1;
      else if (asidesAt(next) > 0 || fromIt || isName(next)) {
        if (verb.kind !== 'negated' && NEGATIVES.has(word)) return null;
        next += 1;
      } else return null;
    }
    if (verb.kind !== 'negated' && NEGATIVES.has(wordAt(tokens, verb.from - 1))) return null;
    return { objects, end: start, named: clauseHas(start, verb, PEOPLE) };
  }

  /** `, selera nie bierz`: behind a comma that lists nothing, or a word that begins a clause. */
  function clauseStart(from: number): number {
    let start = from;
    for (;;) {
      const [word, gap] = [wordAt(tokens, start), gapAt(tokens, start)];
      const isList = gap === 'comma' && longest(start) !== null && endsGenitive(start);
      if (gap !== 'joined' && !isList) break;
      const opens = OPENS.has(word) && start < from;
      if (opens && !(CONNECTORS.has(word) && endsFood(start) && longest(start + 1))) break;
      start -= 1;
    }
    return start;
  }

  /** How many words here change nothing: `u nas`, `do tego ciasta`, `tu`, `our`; 0 where one may. */
  function asidesAt(at: number): number {
    const longer = spellingAt(tokens, at, PHRASES) || intoAt(at);
    const word = wordAt(tokens, at);
    return longer || (NEUTRAL.has(word) || DETERMINERS.has(word) ? 1 : 0);
  }

  /** `to our gingerbread`, `do tego ciasta`, `in this`: the dish that goes without it; 0 for none. */
  function intoAt(at: number): number {
    if (/^(?:for|dla)$/.test(wordAt(tokens, at)) && isSomebody(at + 1)) return 2;
    if (!INTO.has(wordAt(tokens, at))) return 0;
    let next = at + 1;
    if (ITSELF.has(wordAt(tokens, next)) && dishEnd(next + 1) === 0) return 2;
    while (DETERMINERS.has(wordAt(tokens, next))) next += 1;
    if (gapAt(tokens, next) !== 'joined') return 0;
    if (ITSELF.has(wordAt(tokens, next))) return next + 1 - at;
    return dishEnd(next) > 0 ? dishEnd(next) - at : 0;
  }

  /** Behind the words that name a dish here; 0 for none. */
  function dishEnd(at: number): number {
    const here = matches.filter(({ from }) => from === at);
    const word = wordAt(tokens, at);
    const isDish =
      here.some(({ entry }) => entry.kind === 'implied') ||
      DISHES.some((dish) => word.startsWith(dish));
    return isDish ? Math.max(at + 1, ...here.map(({ to }) => to)) : 0;
  }

  function longest(from: number): Match | null {
    const here = matches.filter((match) => match.from === from && match.entry.kind !== 'vague');
    return here.sort((one, other) => other.to - one.to)[0] ?? null;
  }

  function endsFood(at: number): boolean {
    return matches.some(({ to }) => to === at);
  }

  /** `jajek, selera nie daję`; but `dodaj ser, selera nie bierz` has a clause before the comma. */
  function endsGenitive(at: number): boolean {
    return matches.some((match) => match.to === at && isGenitive(tokens, match));
  }

  /** `nuts, cheese or cream`; `cheese, nuts and eggs` where only food is left of the sentence. */
  function closesList(at: number): boolean {
    const end = sentenceEnd(tokens, at);
    const isOr = tokens.slice(at, end).some(({ word }) => word === 'or' || word === 'nor');
    return isOr || isFoodOnly(at, end);
  }

  function isFoodOnly(from: number, end: number): boolean {
    let at = from;
    while (at < end) {
      const to = CONNECTORS.has(wordAt(tokens, at))
        ? at + 1
        : (longest(at)?.to ?? at + asidesAt(at));
      if (to === at) return false;
      at = to;
    }
    return true;
  }

  /** `i do tego` before the second food of a list: `z orzechami ani z sezamem`. */
  function isRepeated(at: number): boolean {
    return /^(?:z|ze)$/.test(wordAt(tokens, at)) && longest(at + 1) !== null;
  }

  function isSomebody(at: number): boolean {
    return PEOPLE.has(wordAt(tokens, at)) || isName(at);
  }

  /** A name in the middle of a sentence, or in the Polish dative. */
  function isName(at: number): boolean {
    const token = tokens[at];
    if (token === undefined || token.capitals || !token.capital) return false;
    return token.gap === 'joined' || /owi$/.test(token.word);
  }

  function clauseHas(from: number, verb: DeniedVerb, words: ReadonlySet<string>): boolean {
    const end = sentenceEnd(tokens, verb.to);
    const behind = tokens.slice(verb.to, Math.min(end, verb.to + 1));
    return [...tokens.slice(from, verb.from), ...behind].some(({ word }) => words.has(word));
  }
}

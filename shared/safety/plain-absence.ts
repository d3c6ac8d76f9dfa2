import data from './data/plain-absence.json' with { type: 'json' };
import { isFetched, isProverb } from './fetched.ts';
import { foodEnd } from './mention-reach.ts';
import type { Match } from './scan.ts';
import {
  beginsSentence,
  endsInQuestion,
  gapAt,
  joinedWordAt,
  sentenceEnd,
  wordAt,
} from './sentences.ts';
import { type Spellings, spelled, spellingAt } from './spellings.ts';
import { foldedWords, foldWord, type Token } from './tokens.ts';

const EXCLUDING = spelled(data.excluding);
const BEFORE = foldedWords(data.before);
const ADJUNCTS = foldedWords(data.adjuncts);
const MAKES = spelled(data.makes);
const WELL = spelled(data.well);
const EVEN = foldedWords(data.even);
const FAILS = data.fails.map((phrase) => phrase.split(' ').map(foldWord));
const AGAIN = spelled(['nigdy więcej', 'nigdy', 'never again', 'never']);
const OUTER = spelled(data.outer);
const IF = spelled(data.if);
const PART = spelled(data.part);
const OPTIONAL = spelled(data.optional);
const CLOSES = foldedWords(data.closes);
/** `a cake without eggs that doesn't crumble` */
const NEGATIVE = /^(?:nie|not|never|nigdy|doesnt|dont|wont)$/;
const INTO = /^(?:in|into|on|onto|back)$/;
const TAKEN = /^(?:used|added|needed|there|in|left|bought)$/;
/** What is not at hand, rather than not in it. */
const GONE =
  /(?:out of|\bno|any|have)$|^(?:nie (?:ma|mam|mamy|masz|bylo|bedzie)\b|z?a?brak|(?:sie )?skoncz)/;

/** Words that say foods to be absent, and the foods: both by their first word and what is behind them. */
export interface AbsenceClaim {
  readonly at: number;
  readonly to: number;
  readonly foods: { readonly from: number; readonly to: number };
  /** It says what comes in instead: `replace … with …`. */
  readonly swaps: boolean;
}

/**
 * Whether a sentence plainly says that foods are not in it. It does not where their absence spoils the dish
 * (`without eggs it won't set`), where what is gone is fetched (`we're out of milk, so buy some`), where only a
 * part is replaced or nobody has to (`you may replace the milk`), in questions (`bigos bez musztardy?`), and
 * where the words mean something else (`hold the milk in a jug`). Such food may be in it.
 * @param text what `tokens` were read from
 */
export function isPlainAbsence(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match[],
  { at, to, foods, swaps }: AbsenceClaim,
): boolean {
  const behind = Math.max(to, foods.to);
  const last = sentenceEnd(tokens, behind - 1);
  let first = Math.min(at, foods.from);
  while (!beginsSentence(tokens, first)) first -= 1;
  const words = tokens.slice(at, to).map(({ word }) => word);

  if (words[0] === 'hold') return isOrdered();
  if (endsInQuestion(text, tokens, behind) || says(OUTER, first, at)) return false;
  if (swaps) return isSwapped();
  if (isFetched(tokens, matches, behind)) return false;
  if (GONE.test(words.join(' '))) {
    return !says(IF, first, at) && !isProverb(tokens, matches, { at, to }, behind);
  }
  if (spellingAt(tokens, at, EXCLUDING) === 0) return !isSpent();
  return !spoils();

  /** `not a single egg was wasted`; but `… was used` */
  function isSpent(): boolean {
    const isDone = /^(?:was|were|gets|got)$/.test(joinedWordAt(tokens, behind));
    return words[0] === 'not' && isDone && !TAKEN.test(wordAt(tokens, behind + 1));
  }

  /** `one bagel, hold the cream cheese please`, but `the crust should hold the custard` */
  function isOrdered(): boolean {
    const begins = gapAt(tokens, at) !== 'joined' || CLOSES.has(wordAt(tokens, at - 1));
    return begins && (gapAt(tokens, behind) !== 'joined' || CLOSES.has(wordAt(tokens, behind)));
  }

  /** Not `if you swap the butter …`, `you may replace …`, `replace half of …`. */
  function isSwapped(): boolean {
    if (isPutBack() || says(IF, first, at) || says(OPTIONAL, first, behind)) return false;
    return !says(PART, foods.from - 2, foods.from);
  }

  /** `replace the eggs in the fridge`, but `swap cream in for milk` */
  function isPutBack(): boolean {
    return INTO.test(joinedWordAt(tokens, behind)) && wordAt(tokens, behind + 1) !== 'for';
  }

  /** `bez jajek wyjdzie zakalec`, `rosół bez selera to woda` */
  function spoils(): boolean {
    if (EVEN.has(wordAt(tokens, at - 1))) return false;
    // `obiad bez ryby w piątek? Nigdy.`, `I tried it without eggs. Never again.`
    if (endsInQuestion(text, tokens, last) || isSworn()) return true;
    const isFront = isFronted();
    if (fails(behind, isFront ? last : clauseEnd())) return true;
    // `sernik bez jajek nie urośnie`, `chleb bez masła to kara`
    const verb = joinedWordAt(tokens, behind);
    if (((verb === 'to' && words[0] === 'bez') || NEGATIVE.test(verb)) && !says(WELL, behind, last))
      return true;
    if (!isFront || beginsSentence(tokens, behind)) return false;
    // A Polish comma begins a clause of its own: `bez mleka, dodaj wodę`; an English one may: `without eggs, milk …`
    const isParted = gapAt(tokens, behind) === 'comma';
    if (isParted && (words[0] !== 'without' || foodEnd(matches, behind) > behind)) return false;
    const next = wordAt(tokens, behind);
    if (ADJUNCTS.has(next) || /^\d/.test(next) || gapAt(tokens, behind) === 'colon') return false;
    if (isFoodOnly()) return false;
    return !says(WELL, behind, last) && !says(MAKES, behind, last);
  }

  /** Nothing but `never again` in the next sentence. */
  function isSworn(): boolean {
    const length = spellingAt(tokens, last, AGAIN);
    return length > 0 && beginsSentence(tokens, last + length);
  }

  /** The clause begins with it, or only with when and where: `dzisiaj bez jajek nie zaczynaj`. */
  function isFronted(): boolean {
    let start = at;
    while (gapAt(tokens, start) === 'joined' && BEFORE.has(wordAt(tokens, start - 1))) start -= 1;
    return gapAt(tokens, start) !== 'joined';
  }

  /** `bez mleka jaj`: a list without its commas. */
  function isFoodOnly(): boolean {
    let next = behind;
    while (foodEnd(matches, next) > next) next = foodEnd(matches, next);
    return next >= clauseEnd();
  }

  function clauseEnd(): number {
    let end = behind;
    while (gapAt(tokens, end) === 'joined') end += 1;
    return end;
  }

  function fails(from: number, until: number): boolean {
    for (let index = from; index < until; index += 1) {
      const fits = (word: string, offset: number) =>
        wordAt(tokens, index + offset).startsWith(word);
      const denied = NEGATIVE.test(wordAt(tokens, index - 1));
      if (!denied && FAILS.some((phrase) => phrase.every(fits))) return true;
    }
    return false;
  }

  function says(spellings: Spellings, from: number, until: number): boolean {
    for (let index = from; index < until; index += 1) {
      if (spellingAt(tokens, index, spellings) > 0) return true;
    }
    return false;
  }
}

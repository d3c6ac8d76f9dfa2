import { BOUGHT } from './absence.ts';
import claims from './data/claims.json' with { type: 'json' };
import denied from './data/denied-verbs.json' with { type: 'json' };
import data from './data/doubts.json' with { type: 'json' };
import { type DeniedVerb, deniedVerbAt } from './denied-verbs.ts';
import { isGenitiveWord } from './genitive.ts';
import type { Language } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { beginsSentence, endsInQuestion, gapAt, sentenceEnd, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { takesBack } from './taken-back.ts';
import { foldedWords, foldWord, type Token } from './tokens.ts';

const NEGATIVES = spelled(data.negatives);
const HANDLING = [...data.handling.pl, ...data.handling.en].map(foldWord);
const SURE = spelled(data.sure);
const LEFT = spelled(data.left);
const WISHED = spelled(data.wished);
const HARMED = foldedWords(data.harmed);
const REFUSING = spelled(data.refusing);
/** What says with a negative that it is not left out. */
const SWAPS = spelled(data.swaps);
const CONTAINS = spelled(data.contains);
const OWN = spelled(data.own);
const TAKES = foldedWords(data.takenOut.verbs);
const BEHIND = foldedWords(data.takenOut.behind);
const ENDS = foldedWords(data.ends);
/** How, when or how much a food is not taken: so it is. */
const CANCELS = foldedWords(denied.cancels);
const QUALIFIERS = new Set([...foldedWords([...data.qualifiers, ...claims.later]), ...CANCELS]);
const AND = /^(?:and|i|a)$/;
/** Negatives of an absence add up: `this bread is not gluten free`, `to nie jest bezglutenowe`. */
const WITHOUT = /^(?:bez|without$|free$)/;
const INTO = /^(?:do|to|into)$/;
const HANDLING_REACH = 3;
/** A question about a food alone is this long: `krewetki?`, `the grated cheese?` */
const MAX_QUESTION = 3;

interface Clause {
  readonly from: number;
  readonly to: number;
}

/**
 * Foods of which the clause around says something that no rule understands, and that may well mean that
 * they are not there: a negative (`nie polewaj śmietaną`), what ran out or is kept (`mleko wyszło`), what
 * somebody wished or used to add (`he asked for satay`), what harms somebody (`po mannie go wysypało`), a
 * question with its answer (`oysters? God no`). They may be in it. What only says how food is handled (`don't
 * boil the cream`) is no such negative, and two negatives are none.
 * @param reading `whole`: the text is a name, there only what is refused behind the name counts (`cheese: leave off`)
 */
export function doubted(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match[],
  { whole, language }: { readonly whole: boolean; readonly language: Language | null },
): ReadonlySet<number> {
  const found = new Set<number>();
  const harms = sentencesWith((at) => HARMED.has(wordAt(tokens, at)));
  for (const { from, to } of matches) {
    const clause = clauseAround(from, to);
    if (!isDoubtful(clause, from, to)) continue;
    for (let at = from; at < to; at += 1) found.add(at);
  }
  return found;

  function isDoubtful(clause: Clause, from: number, to: number): boolean {
    if (refusedBehind(clause)) return true;
    if (whole) return says(clause, WISHED) || (isDenied(clause) && verbsIn(clause).length === 0);
    if (isAnswered(clause, from, to)) return true;
    if (isDoublyDenied(clause) || isThereAfterAll(clause, from, to)) return false;
    if (isTakenOut(clause) || says(clause, LEFT) || says(clause, WISHED) || isDenied(clause))
      return true;
    if (says(clause, CONTAINS)) return false;
    return ownIsWithout(clause) || harms.some((other) => from >= other.from && to <= other.to);
  }

  /** `don't add the milk until it boils`, `ser nie daje smaku`: a denied verb that denies no food. */
  function isThereAfterAll(clause: Clause, from: number, to: number): boolean {
    const rest = tokens.slice(clause.to, sentenceEnd(tokens, clause.to));
    if (rest.some(({ word }) => BOUGHT.test(word))) return true;
    if (CANCELS.has(wordAt(tokens, clause.to))) return true;
    // `leave out the chilli, never the fish sauce`
    const before = clause.from > 0 ? clauseAround(clause.from - 1, clause.from) : null;
    if (before !== null && spellingAt(tokens, clause.from, NEGATIVES) > 0) {
      if (verbsIn(before).some(({ kind }) => kind === 'left-out')) return true;
    }
    // `forget the eggs and it will collapse`
    const end = AND.test(wordAt(tokens, to)) ? to : clause.to;
    return verbsIn(clause).some((verb) => {
      const isActor =
        verb.third && to <= verb.from && !tokens.slice(from, to).every(isGenitiveWord);
      const inClause = tokens.slice(clause.from, clause.to);
      return (
        isActor ||
        INTO.test(wordAt(tokens, from - 1)) ||
        endsInQuestion(text, tokens, clause.to) ||
        inClause.some(({ word }) => QUALIFIERS.has(word)) ||
        (verb.kind !== 'gone' && takesBack(tokens, matches, verb, clause.from, end))
      );
    });
  }

  function verbsIn(clause: Clause): DeniedVerb[] {
    const verbs: DeniedVerb[] = [];
    for (let at = clause.from; at < clause.to; at += 1) {
      const verb = deniedVerbAt(tokens, at);
      if (verb !== null) verbs.push(verb);
    }
    return verbs;
  }

  /** `I took the walnuts out`, `the milk's off`; but `take the eggs out of the fridge` has them. */
  function isTakenOut({ from, to }: Clause): boolean {
    const behind = wordAt(tokens, to - 1);
    if (!BEHIND.has(behind)) return false;
    return behind === 'off' || tokens.slice(from, to).some(({ word }) => TAKES.has(word));
  }

  /** `nie pomijaj masła`, `don't leave out the anchovies` */
  function isDoublyDenied({ from, to }: Clause): boolean {
    for (let at = from; at < to; at += 1) {
      if (spellingAt(tokens, at, NEGATIVES) === 0) continue;
      const rest = { from: at + 1, to };
      return (
        says(rest, SWAPS) ||
        verbsIn(rest).some(({ kind }) => kind === 'left-out' || kind === 'split')
      );
    }
    return false;
  }

  /** `my nan would add milk, I don't`: nothing else is named there. */
  function ownIsWithout({ to }: Clause): boolean {
    if (gapAt(tokens, to) !== 'comma' && !isEnd(to)) return false;
    const from = isEnd(to) ? to + 1 : to;
    if (spellingAt(tokens, from, OWN) === 0) return false;
    let end = from;
    while (end < tokens.length && (end === from || isInside(end))) end += 1;
    const isBare = !matches.some((match) => match.from >= from && match.to <= end);
    return isBare && says({ from, to: end }, NEGATIVES);
  }

  function isDenied(clause: Clause): boolean {
    const negatives: number[] = [];
    for (let at = clause.from; at < clause.to; at += 1) {
      if (spellingAt(tokens, at, SURE) > 0 || WITHOUT.test(wordAt(tokens, at))) return false;
      if (isNegative(at) || deniedVerbAt(tokens, at)?.kind === 'left-out') negatives.push(at);
    }
    return negatives.length > 0 && !negatives.some(isHandling);
  }

  /** `no dodaj masło`: in Polish `no` denies nothing. */
  function isNegative(at: number): boolean {
    if (wordAt(tokens, at) === 'no' && language === 'pl') return false;
    return spellingAt(tokens, at, NEGATIVES) > 0;
  }

  /** `don't boil`, `nie podgrzewaj` */
  function isHandling(at: number): boolean {
    const behind = tokens.slice(at + 1, at + 1 + HANDLING_REACH);
    return behind.some(
      ({ word }) =>
        !/^(?:cut|hold|miss)$/.test(word) && HANDLING.some((verb) => word.startsWith(verb)),
    );
  }

  /** `cheese: leave off`, `sera brak`, `butter - omit` */
  function refusedBehind(clause: Clause): boolean {
    const gap = gapAt(tokens, clause.to);
    if (gap !== 'colon' && gap !== 'comma' && gap !== 'dot') return false;
    const from = isEnd(clause.to) ? clause.to + 1 : clause.to;
    const length = spellingAt(tokens, from, REFUSING);
    if (length === 0) return false;
    // `ser, nie mleko`; but `nie dajemy, bo …`
    const isOpen = isInside(from + length) && wordAt(tokens, clause.to) === 'nie' && length === 1;
    return !isOpen && (gap !== 'dot' || endsInQuestion(text, tokens, clause.to));
  }

  /** `krewetki? w żadnym razie` */
  function isAnswered(clause: Clause, from: number, to: number): boolean {
    return (
      to - from >= clause.to - clause.from - 1 &&
      to - from <= MAX_QUESTION &&
      endsInQuestion(text, tokens, clause.to)
    );
  }

  function says(clause: Clause, spellings: typeof LEFT): boolean {
    for (let at = clause.from; at < clause.to; at += 1) {
      if (spellingAt(tokens, at, spellings) > 0) return true;
    }
    return false;
  }

  function clauseAround(from: number, to: number): Clause {
    let start = from;
    while (isInside(start) && !isEnd(start - 1)) start -= 1;
    let end = to;
    while (isInside(end) && !isEnd(end)) end += 1;
    return { from: start, to: end };
  }

  /** Within a clause, or a list of genitives: `Ola nie je jajek, mleka i sera`. */
  function isInside(at: number): boolean {
    if (gapAt(tokens, at) === 'joined') return true;
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token?.gap !== 'comma' || before === undefined) return false;
    const isList = isGenitiveWord(before) && isGenitiveWord(token);
    return isList && endsOrBegins(at, 'to') && endsOrBegins(at, 'from');
  }

  function endsOrBegins(at: number, edge: 'from' | 'to'): boolean {
    return matches.some((match) => match[edge] === at);
  }

  function isEnd(at: number): boolean {
    return ENDS.has(wordAt(tokens, at));
  }

  function sentencesWith(isSuch: (at: number) => boolean): Clause[] {
    return tokens.flatMap((_, at) => {
      if (!isSuch(at)) return [];
      let from = at;
      while (!beginsSentence(tokens, from)) from -= 1;
      return [{ from, to: sentenceEnd(tokens, at) }];
    });
  }
}

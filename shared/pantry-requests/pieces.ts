import type { Language } from '#shared/language/lemma.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/words.json' with { type: 'json' };
import { type Cue, findChange, findQuestion } from './find-cue.ts';

/** Words of a message that belong together, with what they are about, if they say so. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly cue: Cue | undefined;
  readonly isQuestion: boolean;
}

/** One request: the pieces it is made of, of which at least one has a cue; the first of those counts. */
export type Clause = readonly Piece[];

const JOINS = { pl: new Set(words.join.pl), en: new Set(words.join.en) };
const ENDS = new Set(['.', '?', '!']);

/**
 * The clauses of a message, in order: what stands between signs and joining words, a piece without a
 * cue with the one before it (`2 jajka, pół masła`), or at the beginning with the one behind it
 * (`butter, half a block, gone`).
 */
export function clausesOf(tokens: readonly Token[], text: string, language: Language): Clause[] {
  const clauses: Piece[][] = [];
  let waiting: Piece[] = [];
  for (const run of runsOf(tokens, text, language)) {
    for (const piece of piecesOf(run, language)) {
      const last = clauses.at(-1);
      if (piece.cue === undefined && last !== undefined) last.push(piece);
      else if (piece.cue === undefined) waiting.push(piece);
      else {
        clauses.push([...waiting, piece]);
        waiting = [];
      }
    }
  }
  return waiting.length > 0 ? [...clauses, waiting] : clauses;
}

function runsOf(tokens: readonly Token[], text: string, language: Language): Token[][] {
  const runs: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const isJoin = JOINS[language].has(token.text) && !isRange(tokens, at) && !isMinus(tokens, at);
    if (isJoin || ENDS.has(token.text)) {
      runs.push([]);
      continue;
    }
    runs.at(-1)?.push(token);
    // `jajka. ile zostało`: the point of a word that is no abbreviation of a unit ends a sentence.
    const pointed = token.kind === 'word' && text[token.end - 1] === '.';
    if (pointed && unitOfWord(token.text) === undefined) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** `2-3 jajka`, `1 and a half`, `półtora`: what joins numbers ends nothing. */
function isRange(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind !== 'number' && before?.kind !== 'fraction') return false;
  const sign = tokens[at]?.text ?? '';
  if (sign === '-' || sign === '–') return after?.kind === 'number';
  return (
    ['i', 'and'].includes(sign) && ['pol', 'cwierc', 'a', 'half', '1'].includes(after?.text ?? '')
  );
}

/** `milk: -200 ml` */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  const touches = next?.kind === 'number' && next.at === sign?.end;
  return touches && (sign?.text === '-' || sign?.text === '+') && tokens[at - 1]?.end !== sign.at;
}

/** A question behind a change in one breath is a piece of its own: `zjadłem 2 jajka ile zostało`. */
function piecesOf(run: readonly Token[], language: Language): Piece[] {
  const question = findQuestion(run, language);
  const change = findChange(run, language);
  if (question === undefined) return [{ tokens: run, cue: change, isQuestion: false }];
  const start = question.at[0] ?? 0;
  const before = run.slice(0, start);
  const done = findChange(before, language);
  if (done === undefined || before.length < 2) {
    return [{ tokens: run, cue: question, isQuestion: true }];
  }
  const rest = run.slice(start);
  return [
    { tokens: before, cue: done, isQuestion: false },
    { tokens: rest, cue: findQuestion(rest, language), isQuestion: true },
  ];
}

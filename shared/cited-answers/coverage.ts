import { foldedWords } from '#shared/language/fold.ts';
import type { Candidate } from './evidence.ts';
import { type AskedWord, isForm } from './word-match.ts';

/** Shares of the asked words, by how rare they are. */
export interface Coverage {
  /** In the sentence itself. */
  readonly own: number;
  /** In it, its neighbours or what it stands under. */
  readonly near: number;
  /** In it or what it stands under. */
  readonly context: number;
  readonly passage: number;
  /** Of the rarest word that the passage does not have; 0 where it has all. */
  readonly rarestMissing: number;
  /** Of words that no candidate has. */
  readonly missingEverywhere: number;
}

/**
 * How much of what is asked stands in each sentence and around it. The rarer a word is, the more it counts:
 * of `descaling the Lumo` each sentence about the Lumo has one.
 */
export function coverageOf(
  candidates: readonly Candidate[],
  words: readonly AskedWord[],
): Coverage[] {
  const isFound = remembering(words);
  const own = candidates.map(({ text, language }) => found(text, words, language, isFound));
  const heads = candidates.map(({ context, language }) => found(context, words, language, isFound));
  const passages = new Map<string, boolean[]>();
  for (const [at, { chunkId }] of candidates.entries()) {
    passages.set(chunkId, either(passages.get(chunkId) ?? [], own[at] ?? [], heads[at] ?? []));
  }
  // A title makes its words common among the sentences below it, and does not make them less telling.
  const inText = rarity(words, candidates, (at, word) => own[at]?.[word] ?? false);
  const around = rarity(
    words,
    candidates,
    (at, word) => (own[at]?.[word] || heads[at]?.[word]) ?? false,
  );
  const all = inText.reduce((sum, weight) => sum + weight, 0);
  const missingEverywhere = 1 - share(either(...passages.values()), inText);
  const beside = (at: number, step: number) =>
    candidates[at + step]?.chunkId === candidates[at]?.chunkId ? (own[at + step] ?? []) : [];
  return candidates.map(({ chunkId }, at) => {
    const [mine, above] = [own[at] ?? [], heads[at] ?? []];
    const passage = passages.get(chunkId) ?? [];
    const missing = inText.filter((_, word) => !passage[word]);
    return {
      own: share(mine, around),
      near: share(either(mine, above, beside(at, -1), beside(at, 1)), inText),
      context: share(either(mine, above), inText),
      passage: share(passage, inText),
      rarestMissing: all === 0 ? 0 : Math.max(0, ...missing) / all,
      missingEverywhere,
    };
  });
}

type IsFound = (asked: number, word: string, language: Candidate['language']) => boolean;

/** Sentences share most of their words: each is compared once. */
function remembering(words: readonly AskedWord[]): IsFound {
  const known = new Map<string, boolean>();
  return (asked, word, language) => {
    const key = `${asked} ${language} ${word}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const one = words[asked];
    const is = one !== undefined && isForm(one, word, language);
    known.set(key, is);
    return is;
  };
}

function found(
  text: string,
  words: readonly AskedWord[],
  language: Candidate['language'],
  isFound: IsFound,
): boolean[] {
  const written = foldedWords(text);
  return words.map((_, asked) => written.some((word) => isFound(asked, word, language)));
}

/** How much each word tells, by how few of the sentences have it. */
function rarity(
  words: readonly AskedWord[],
  candidates: readonly Candidate[],
  has: (candidate: number, word: number) => boolean,
): number[] {
  return words.map((_, word) => {
    const having = candidates.filter((_, at) => has(at, word)).length;
    return Math.log((candidates.length + 1) / (having + 0.5)) + 0.2;
  });
}

function share(has: readonly boolean[], weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return 0;
  return weights.reduce((sum, weight, word) => sum + (has[word] ? weight : 0), 0) / all;
}

function either(...lists: readonly (readonly boolean[])[]): boolean[] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, at) => lists.some((list) => list[at] ?? false));
}

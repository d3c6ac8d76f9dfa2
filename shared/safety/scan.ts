import words from './data/words.json' with { type: 'json' };
import { type Ending, type PhraseNode, phrases, wordsBeginning, wordsOf } from './lexicon.ts';
import { type Entry, type Language, SUBSTANCES, type Substance } from './lexicon-row.ts';
import type { Token } from './tokens.ts';

/** Words `from` … `to` (exclusive) name a food. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

export interface Reading {
  readonly language: Language | null;
  /** The text is the name of one thing, not prose. */
  readonly whole: boolean;
}

const FILLERS: ReadonlySet<string> = new Set(words.fillers);
const ROOTS = Object.entries(words.roots).map(
  ([root, code]) => [root, rootEntry(root, code)] as const,
);

/**
 * Every food that the words name, the longest compounds first: what stands inside a compound that is
 * something else (`mleko` in `mleko kokosowe`) is left out. A word that is not known is looked through
 * for the beginnings of cut words (`MAKAR.`) and for the roots of allergens (`śmietankowoserowy`).
 */
export function scan(tokens: readonly Token[], reading: Reading): Match[] {
  const numbers = tokens.map((token) => wordsOf(token.word));
  const cut = tokens.map((_, index) => numbers[index]?.length === 0 && mayBeCut(tokens, index));
  const choices = tokens.map((token, index) =>
    cut[index] === true ? wordsBeginning(token.word) : (numbers[index] ?? []),
  );
  const isJoined = (at: number) =>
    tokens[at]?.gap === 'joined' || (tokens[at]?.gap === 'dot' && cut[at - 1] === true);
  const found: Match[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const ends: { to: number; ending: Ending }[] = [];
    walk(phrases, from, from);
    const single = ends.filter(({ to }) => to === from + 1);
    const isCut = cut[from] === true;
    for (const { to, ending } of ends) {
      const marked = tokens.slice(from, to).some((token) => token.marked);
      if (!isMeant(ending, reading, from === 0 && to === tokens.length, marked)) continue;
      if (isCut && to === from + 1) continue;
      found.push({ from, to, entry: ending.entry });
    }
    if (isCut && !ends.some(({ to }) => to > from + 1)) {
      const entry = eitherOf(
        tokens[from]?.word ?? '',
        single.map(({ ending }) => ending.entry),
      );
      if (entry !== null) found.push({ from, to: from + 1, entry });
    }
    if (choices[from]?.length === 0) found.push(...roots(tokens[from], from));

    function walk(node: PhraseNode, at: number, start: number): void {
      for (const ending of node.endings) ends.push({ to: at, ending });
      const token = tokens[at];
      if (token === undefined || (at > start && !isJoined(at))) return;
      for (const number of choices[at] ?? []) {
        const next = node.next.get(number);
        if (next !== undefined) walk(next, at + 1, start);
      }
      if (at > start && FILLERS.has(token.word)) walk({ ...node, endings: [] }, at + 1, start);
    }
  }
  return withoutParts(found);
}

function isMeant(
  ending: Ending,
  { language, whole }: Reading,
  isAll: boolean,
  marked: boolean,
): boolean {
  if (ending.alone && !(whole && isAll)) return false;
  if (!ending.oneLanguage || language === null || language === ending.language) return true;
  // `mąkę` is flour in any text, `make` in an English one is not.
  return marked && ending.language === 'pl';
}

/** Tills print capitals and cut words, with or without a full stop. */
function mayBeCut(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || /^\d/.test(token.word)) return false;
  if (token.capitals) return token.word.length >= (token.dotted ? 3 : 4);
  const next = tokens[index + 1];
  return token.dotted && token.word.length >= 3 && next !== undefined && next.gap === 'joined';
}

/** What a cut word says: what all its readings have it has, what some have it may have. */
function eitherOf(name: string, readings: readonly Entry[]): Entry | null {
  if (readings.length === 0) return null;
  const has = SUBSTANCES.filter((code) => readings.every((entry) => entry.has.includes(code)));
  const may = SUBSTANCES.filter((code) =>
    readings.some((entry) => entry.has.includes(code) || entry.may.includes(code)),
  ).filter((code) => !has.includes(code));
  return { name, kind: 'implied', has, may };
}

function roots(token: Token | undefined, from: number): Match[] {
  if (token === undefined) return [];
  return ROOTS.filter(([root]) => token.word.includes(root)).map(([, entry]) => ({
    from,
    to: from + 1,
    entry,
  }));
}

function rootEntry(root: string, code: string): Entry {
  const has: Substance[] = SUBSTANCES.filter((known) => known === code);
  return { name: root, kind: 'plain', has, may: [] };
}

function withoutParts(matches: readonly Match[]): Match[] {
  const compounds = matches.filter(({ entry }) => entry.kind === 'instead');
  return matches.filter(
    (match) =>
      !compounds.some(
        ({ from, to }) => from <= match.from && match.to <= to && to - from > match.to - match.from,
      ),
  );
}

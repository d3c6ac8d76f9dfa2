import { eitherOf } from './cut-words.ts';
import kitchen from './data/kitchen-words.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { FUNCTION_WORDS } from './function-words.ts';
import { entriesOfJoined } from './joined-words.ts';
import { phrases } from './lexicon.ts';
import { type Entry, SUBSTANCES, type Substance } from './lexicon-row.ts';
import { behind, type Ending, type PhraseNode } from './phrase-nodes.ts';
import { gapAt, wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';
import { type Choice, choiceAt, type Reading } from './word-choice.ts';
import { isOtherWord } from './word-forms.ts';

/** Words `from` … `to` (exclusive) name a food. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  /** False where a word had to be corrected first; such a reading adds and never takes away. */
  readonly sure: boolean;
}

/** `na obiad pomidorowa` */
const MEALS = /^(?:obiad|kolacj|sniadan|deser|lunch|dinner|supper)/;
const AMOUNTS: ReadonlySet<string> = new Set(kitchen.amounts.map(foldWord));
const FILLERS: ReadonlySet<string> = new Set(words.fillers);
const ROOTS = Object.entries(words.roots).map(
  ([root, code]) => [root, rootEntry(root, code)] as const,
);

/**
 * Every food that the words name, the longest compounds first: what stands inside a compound that is
 * something else (`mleko` in `mleko kokosowe`) is left out. A word that is not known is looked through
 * for the beginnings of cut words (`MAKAR.`), looked up by distance (`rnleko`), and searched for the roots
 * of allergens (`śmietankowoserowy`).
 */
export function scan(
  tokens: readonly Token[],
  reading: Reading,
): { readonly matches: Match[]; readonly isKnown: (at: number) => boolean } {
  const choices = tokens.map((_, index) => choiceAt(tokens, index, reading));
  const isCut = (at: number) => choices[at]?.how === 'cut';
  /** `SUSZ. MORELE`: dried fruit is a word too, and here tills have cut one. */
  const isPrinted = (at: number) => tokens[at]?.capitals === true && wordAt(tokens, at) === 'susz';
  const isJoined = (at: number) =>
    gapAt(tokens, at) === 'joined' ||
    (gapAt(tokens, at) === 'dot' && (isCut(at - 1) || isPrinted(at - 1)));
  const found: Match[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const ends: { to: number; ending: Ending }[] = [];
    walk(phrases(), from, from);
    for (const { to, ending } of ends) {
      const marked = tokens.slice(from, to).some((token) => token.marked);
      const isAll = from === 0 && to === tokens.length;
      if (!isMeant(ending, reading, isAll || isCountedOut(ending, from, to), marked)) continue;
      if (ending.dish && hasFoodBeside(from, to) && !isCountedOut(ending, from, to)) continue;
      if (isCut(from) && to === from + 1) continue;
      if (to === from + 1 && looksLikeFoodOnly(tokens[from], ending, reading)) continue;
      const sure = !choices.slice(from, to).some(({ how }) => how === 'edited');
      found.push({ from, to, entry: ending.entry, sure });
    }
    if (isCut(from) && !ends.some(({ to }) => to > from + 1)) {
      const singles = ends.map(({ ending }) => ending);
      const asPrinted = singles.filter(({ till }) => till);
      const readings = (asPrinted.length > 0 ? asPrinted : singles).map(({ entry }) => entry);
      const entry = eitherOf(wordAt(tokens, from), readings);
      if (entry !== null) found.push({ from, to: from + 1, entry, sure: true });
    }
    if (choices[from]?.how !== 'known' && !isCut(from)) {
      found.push(...joined(tokens, from), ...roots(tokens, from));
    }

    function walk(node: PhraseNode, at: number, start: number): void {
      for (const ending of node.endings) ends.push({ to: at, ending });
      const token = tokens[at];
      if (token === undefined || (at > start && !isJoined(at))) return;
      for (const number of choices[at]?.numbers ?? []) {
        for (const next of behind(node, number)) walk(next, at + 1, start);
      }
      if (at > start && FILLERS.has(token.word)) walk({ ...node, endings: [] }, at + 1, start);
    }
  }
  const isKnown = (at: number) =>
    choices[at]?.how !== 'unknown' ||
    isOtherWord(tokens[at]?.letters ?? '') ||
    found.some(({ from, to }) => from <= at && at < to);
  return { matches: withoutParts(found, choices), isKnown };

  /** `^*nitki`: all there is but for an amount before it, `200 g nitek`. */
  function isCountedOut({ alone, dish }: Ending, from: number, to: number): boolean {
    return alone && dish && to === tokens.length && tokens.slice(0, from).every(isAmount);
  }

  /** A word of the lexicon, or in a name an amount, right before or behind. */
  function hasFoodBeside(from: number, to: number): boolean {
    if (reading.whole && (gapAt(tokens, from) === 'comma' || tokens.some(isAmount))) return true;
    const before = gapAt(tokens, from) === 'joined' && isFood(from - 1);
    const behind = gapAt(tokens, to) === 'joined' && isFood(to) && !isAdjective(tokens[to]);
    return before || behind;
  }

  function isFood(at: number): boolean {
    const token = tokens[at];
    if (token === undefined || FUNCTION_WORDS.has(token.word) || MEALS.test(token.word))
      return false;
    if (isAmount(token)) return false;
    return choices[at]?.how !== 'unknown';
  }
}

function isMeant(
  ending: Ending,
  { language, whole }: Reading,
  all: boolean,
  marked: boolean,
): boolean {
  if (ending.alone && !(whole && all)) return false;
  if (!ending.oneLanguage || language === null || language === ending.language) return true;
  // `mąkę` is flour in any text, `make` in an English one is not.
  return marked && ending.language === 'pl';
}

/** `padano` (it rained) is cheese behind `grana` only, and `bun` no roll in a Polish text. */
function looksLikeFoodOnly(
  token: Token | undefined,
  ending: Ending,
  { language, whole }: Reading,
): boolean {
  if (token === undefined || token.capitals || (whole && token.dotted)) return false;
  return isOtherWord(token.letters) && (language === 'pl' || ending.language === 'pl');
}

function isAmount({ word }: Token): boolean {
  return /^\d/.test(word) || AMOUNTS.has(word);
}

/** `tarta cytrynowa` is a tart, `tarta marchewka` is grated. */
function isAdjective(token: Token | undefined): boolean {
  return /(?:ow|sk|ck|[^aeiouyó]n)(?:y|i|a|e|ej|iej|ego|iego|ych|ich|ym|im|ymi|imi)$/.test(
    token?.word ?? '',
  );
}

/** `masłoorzechowe`: it adds and takes nothing away, for the two words may stand for something else. */
function joined(tokens: readonly Token[], from: number): Match[] {
  const { word, letters } = tokens[from] ?? { word: '', letters: '' };
  if (isOtherWord(letters)) return [];
  return entriesOfJoined(word).map((entry) => ({ from, to: from + 1, entry, sure: false }));
}

function roots(tokens: readonly Token[], from: number): Match[] {
  const token = tokens[from];
  if (token === undefined || isOtherWord(token.letters)) return [];
  // `po rybnicku`: as they do it in Rybnik.
  if (/[cs]ku$/.test(token.word) && wordAt(tokens, from - 1) === 'po') return [];
  return ROOTS.filter(([root]) => token.word.includes(root)).map(([, entry]) => ({
    from,
    to: from + 1,
    entry,
    sure: true,
  }));
}

function rootEntry(root: string, code: string): Entry {
  const has: Substance[] = SUBSTANCES.filter((known) => known === code);
  return { name: root, kind: 'plain', has, may: [] };
}

/** A compound that needed correcting takes away only what was corrected too. */
function withoutParts(matches: readonly Match[], choices: readonly Choice[]): Match[] {
  const compounds = matches.filter(
    ({ entry }) => entry.kind === 'instead' || entry.kind === 'exempt',
  );
  const isKnown = ({ from, to }: Match) =>
    !choices.slice(from, to).some(({ how }) => how === 'alike' || how === 'edited');
  return matches.filter(
    (match) =>
      !compounds.some(
        (compound) =>
          compound.from <= match.from &&
          match.to <= compound.to &&
          compound.to - compound.from > match.to - match.from &&
          (isKnown(compound) || !isKnown(match)),
      ),
  );
}

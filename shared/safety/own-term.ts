import words from './data/own-term-words.json' with { type: 'json' };
import { phrasesOf, withMembers } from './families.ts';
import { FAMILIES, type Family } from './family-row.ts';
import { wordsOf } from './lexicon.ts';
import type { Entry } from './lexicon-row.ts';
import { nearestWord } from './nearest-word.ts';
import { PhraseTree } from './phrase-tree.ts';
import { readFood } from './read-food.ts';
import { wordAt } from './sentences.ts';
import { foldedWords, foldWord, type Token, tokenise } from './tokens.ts';

/** What a person's own words for an allergy or a dislike mean. */
export interface OwnTerm {
  readonly families: readonly Family[];
  /** Rows of the lexicon that the whole term names, where no family is called so. */
  readonly entries: readonly Entry[];
  /** The spelling that was taken for a misspelt term; null when it was read as written. */
  readonly readAs: string | null;
  /** Of several foods, those that nobody knows; of one, itself. Empty when all is understood. */
  readonly unknown: readonly string[];
  /** The words that name the food, without `alergia na …`. */
  readonly words: readonly string[];
}

type Words = readonly Pick<Token, 'word' | 'gap'>[];

/** Built with the first term. */
let tree: PhraseTree<Family> | undefined;
function names(): PhraseTree<Family> {
  if (tree !== undefined) return tree;
  tree = new PhraseTree<Family>();
  for (const family of FAMILIES) {
    for (const phrase of [...phrasesOf(family.names), ...phrasesOf(family.terms)]) {
      tree.add(phrase, family);
    }
  }
  return tree;
}
const AROUND = foldedWords(words.around);
const BESIDE = foldedWords(words.beside);
const BETWEEN = foldedWords(words.between);

/**
 * Reads `alergia na białka mleka krowiego`, `uczulona na orzechy włoskie i seler`, `CMPA`, `kukrydza`.
 * Families come first, then rows of the lexicon, then families whose name is one slip away.
 */
export function ownTerm(term: string): OwnTerm {
  // `celiakia (choroba trzewna)`: a bracket explains.
  const bare = term.replace(/\([^()]{0,100}\)/g, ' ').trim() || term;
  const whole = oneFood(tokenise(bare), bare);
  if (whole.unknown.length === 0) return whole;
  const parts = partsOf(term);
  if (parts.length < 2) return whole;
  const read = parts.map((part) => oneFood(tokenise(part), part));
  return {
    families: read.flatMap(({ families }) => families),
    entries: read.flatMap(({ entries }) => entries),
    readAs: read.some(({ readAs }) => readAs !== null)
      ? read.map(({ readAs }, index) => readAs ?? parts[index] ?? '').join(', ')
      : null,
    unknown: read.flatMap(({ unknown }) => unknown),
    words: whole.words,
  };
}

function oneFood(tokens: Words, text: string): OwnTerm {
  const bare = withoutEnds(tokens);
  const core = bare.filter(({ word }) => !BESIDE.has(word));
  const spelled = bare.map(({ word }) => word);
  const nothing = { families: [], entries: [], readAs: null, unknown: [], words: spelled };
  for (const candidate of [tokens, bare]) {
    const families = named(candidate);
    if (families.length > 0) return { ...nothing, families };
  }
  // A word that the lexicon has only by its likeness is for the families' spelling to read.
  const isSpelled = spelled.every((word) => wordsOf(word).length > 0);
  const entries = isSpelled ? entriesOf(text, spelled.join(' ')) : [];
  const families = entries.some(({ kind }) => kind === 'general') ? [] : named(core);
  if (families.length > 0) return { ...nothing, families };
  if (entries.length > 0) return { ...nothing, entries };
  const readAs = misspelt(bare) ?? misspelt(core);
  if (readAs !== null) return { ...nothing, families: named(tokenise(readAs)), readAs };
  return { ...nothing, unknown: [text.trim()] };
}

/** The families that the words name one after the other, with nothing left over, and their kinds. */
function named(tokens: Words): Family[] {
  const joined = tokens.map(({ word }) => ({ word, gap: 'joined' as const }));
  const found = names().find(joined);
  const families: Family[] = [];
  for (let at = 0; at < tokens.length; ) {
    const here = found.filter(({ from }) => from === at);
    const to = Math.max(0, ...here.map((match) => match.to));
    if (to === 0) return [];
    for (const match of here) if (match.to === to) families.push(...withMembers(match.value));
    at = to;
  }
  return [...new Set(families)];
}

function entriesOf(text: string, bare: string): Entry[] {
  return [text, bare].flatMap((spelling) => {
    const { named: foods, tokens } = readFood(spelling, { whole: true });
    return foods
      .filter(({ match }) => match.from === 0 && match.to === tokens.length)
      .map(({ match }) => match.entry)
      .filter(({ kind }) => kind !== 'vague');
  });
}

/** Each word that no family has as the nearest that one has, if together they are a name. */
function misspelt(tokens: Words): string | null {
  if (tokens.length === 0) return null;
  const near = tokens.map(({ word }) =>
    names().has(word) ? word : nearestWord(word, names().inflections()),
  );
  const known = near.filter((word) => word !== null);
  if (known.length < near.length) return null;
  const spelled = known.join(' ');
  return named(tokenise(spelled)).length > 0 ? spelled : null;
}

function withoutEnds(tokens: Words): Words {
  let [from, to] = [0, tokens.length];
  while (from < to && AROUND.has(wordAt(tokens, from))) from += 1;
  while (to > from && AROUND.has(wordAt(tokens, to - 1))) to -= 1;
  return tokens.slice(from, to);
}

function partsOf(term: string): string[] {
  const parts: string[][] = [[]];
  for (const word of term.split(/\s+|(?=[,;/+&()])|(?<=[,;/+&()])/)) {
    if (/^[,;/+&()]$/.test(word) || BETWEEN.has(foldWord(word))) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(' ')).filter((part) => part !== '');
}

import { foldedWords } from '#shared/language/fold.ts';
import { toDecimal } from '#shared/quantities/rational.ts';
import { readCount } from '#shared/quantities/read-count.ts';
import { tokens } from '#shared/quantities/tokens.ts';
import { isNode } from './node.ts';
import { plainText } from './plain-text.ts';

/** What a recipe comes to. */
export interface Yield {
  /** For how many people; null where only pieces, a tin or nothing are told. */
  readonly servings: number | null;
  /** What it makes when that is no number of servings, as its author wrote it: `36 ciasteczek`. */
  readonly makes: string | null;
}

/** Stems of folded words for people and what each of them gets, of the languages that sites are in. */
const SERVING = [
  'porc', 'porz', 'port', 'osob', 'os', 'serv', 'person', 'pers', 'peop', 'diners', 'racion',
  'comensal', 'couvert', 'coperti', 'annos', 'adag', 'serw',
]; // biome-ignore format: a list of words
/** Words of these stems that are something else. */
const NO_SERVING = ['portobello'];
/** What says nothing of what is counted. */
const NEUTRAL = new Set([
  'dla', 'na', 'for', 'about', 'okolo', 'ok', 'circa', 'ca', 'approx', 'approximately', 'makes',
  'yields', 'yield', 'fur', 'pour', 'para', 'per', 'do', 'to', 'or', 'lub', 'x',
]); // biome-ignore format: a list of words
const DOZENS = new Set(['dozen', 'dozens', 'tuzin', 'tuziny', 'tuzinow']);
const ARTICLES = new Set(['a', 'an']);
const MAX_SERVINGS = 100;

/** `4`, `"4 porcje"`, `["4", "4 servings"]`, a QuantitativeValue; of a range the lower end. */
export function yieldOf(value: unknown): Yield {
  const texts = [value]
    .flat()
    .map(textOf)
    .filter((text) => text !== '');
  const read = texts.map(readYield);
  const servings = read.find((one) => one.servings !== null)?.servings;
  const makes = texts.find((_, at) => read[at]?.isPieces) ?? null;
  if (servings !== undefined) return { servings, makes };
  // Beside `36 cookies` a bare 36 counts the cookies.
  const bare = read.find(({ bare: count }) => count !== null)?.bare ?? null;
  return { servings: makes === null ? bare : null, makes };
}

function textOf(value: unknown): string {
  if (!isNode(value)) return plainText(value, 100);
  const parts = [value.value ?? value['@value'] ?? value.name, value.unitText];
  return parts
    .map((part) => plainText(part, 100))
    .filter((part) => part !== '')
    .join(' ');
}

/** A number of a text and the words behind it, up to the next number. */
interface Counted {
  readonly number: number;
  readonly words: string[];
}

function readYield(text: string): {
  readonly servings: number | null;
  /** Whether something else than people is counted or measured. */
  readonly isPieces: boolean;
  /** Of what nobody says. */
  readonly bare: number | null;
} {
  const { lead, counts } = countsIn(text);
  const [first] = counts;
  const people =
    counts.find(({ words }) => words.some(isServing)) ?? (lead.some(isServing) ? first : undefined);
  const others = counts.filter((one) => one !== people);
  const isPieces =
    foldedWords(text).some((word) => DOZENS.has(word)) ||
    others.some(({ words }) => words.some(isNamed)) ||
    (people === undefined && first !== undefined && lead.some(isNamed));
  return {
    servings: people === undefined ? null : plausible(people.number),
    isPieces,
    bare: people === undefined && !isPieces && first !== undefined ? plausible(first.number) : null,
  };
}

function countsIn(text: string) {
  const all = tokens(text);
  const lead: string[] = [];
  const counts: Counted[] = [];
  for (let at = 0; at < all.length; ) {
    const token = all[at];
    // `a few` is no number.
    const count = ARTICLES.has(token?.text ?? '') ? undefined : readCount(all, at);
    if (count !== undefined) counts.push({ number: Number(toDecimal(count.value)), words: [] });
    else if (token?.kind === 'word') (counts.at(-1)?.words ?? lead).push(token.text);
    at = count?.next ?? at + 1;
  }
  return { lead, counts };
}

function isNamed(word: string): boolean {
  return !NEUTRAL.has(word) && !isServing(word);
}

function isServing(word: string): boolean {
  return (
    !NO_SERVING.includes(word) &&
    SERVING.some((stem) => (stem.length > 2 ? word.startsWith(stem) : word === stem))
  );
}

function plausible(number: number): number | null {
  return Number.isInteger(number) && number >= 1 && number <= MAX_SERVINGS ? number : null;
}

import { fold } from '#shared/language/fold.ts';
import { polishLemma } from '#shared/language/lemma-pl.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/words.json' with { type: 'json' };
import { foodNamed, type WrittenFood } from './named-food.ts';
import { personWord } from './people-words.ts';

/** Foods in a row, and the place behind (or before) them. */
export interface FoodList {
  readonly foods: readonly WrittenFood[];
  readonly from: number;
  readonly to: number;
}

/** A text twice: folded, to be understood, and as written, to be shown; places are the same. */
export interface TwoTexts {
  readonly folded: string;
  readonly written: string;
}

interface Item extends WrittenFood {
  readonly from: number;
  readonly to: number;
}

const FILLERS = new Set(words.fillers);
const STOPS = new Set([...words.stops, ...words.fillers]);
const BOUNDS = new Set(
  'i oraz lub albo and or nor n plus than then is are mam mamy have got'.split(' '),
);
const INSIDE = new Set('z ze w na do a la of with in the po'.split(' '));
const OF_A_KIND =
  /^(?:red|white|fatty|fried|processed|cured|raw|spicy|hard|soft|unpasteurised|unpasteurized|cooked|czerwon\w+|bial\w+|tlust\w+|smazon\w+|ostr\w+|surow\w+|plesniow\w+|niepasteryzowan\w+) /;
const MAX_WORDS = 4;
const WORD = /[a-z][a-z'-]*/y;
const JOIN =
  /(?:\s?[,/]\s?(?:(?:i|ani|oraz|and|or|nor)\s)?|\s(?:i|ani|oraz|lub|albo|badz|and|or|nor|n|&|\+|plus|tudziez)\s|\s?[&+]\s?)(?:(?:na|bez|to|no|without|any|the|a|an|po|od|tez|also|zadnych|zadnego|zadnej|surow\w+|raw)\s){0,2}/y;
/** What shows that foods named in a row are in the house, not forbidden. */
const AT_HAND =
  /^\s?(?:(?:to |tez |akurat |jeszcze )?(?:mam|mamy|jest|sa|leza|stoi|czeka\w*|zostal\w*|w lodowce|w domu|w zamrazarce|w szafce|w spizarni)|(?:we |i )?(?:have|'ve|got)|in the (?:fridge|house|pantry|freezer|cupboard)|at home|to use up|left)\b/;

/** How far a list goes over commas: in Polish as long as the case is the same, in English up to `or`. */
export type Commas = 'all' | 'same-case' | 'up-to-or';

/**
 * The foods from a place on: `na [orzechy włoskie i laskowe], mam…`. A list goes over `and` to known
 * foods only, over a comma only while nothing shows that what follows is something to cook with.
 * @param unknown whether a word that nobody knows is taken for the name of a food at the start
 */
export function foodsAfter(
  text: TwoTexts,
  at: number,
  language: Language,
  { unknown, commas }: { readonly unknown: boolean; readonly commas: Commas },
): FoodList | undefined {
  const first = itemAt(text, skipFillers(text.folded, at), language, unknown);
  if (first === undefined) return undefined;
  const items = [first];
  let firstComma = 0;
  let closed = false;
  for (let last = first; ; ) {
    JOIN.lastIndex = last.to;
    const join = JOIN.exec(text.folded);
    // `Nie może laktozy, [a] parmezan mu przejdzie?`: a contrast in Polish, an article in English.
    if (join === null || (language === 'pl' && /, a\s$/.test(join[0]))) break;
    const isComma = join[0].trim() === ',';
    const next = nextItem(text, last.to + join[0].length, last, join[0], language);
    if (next === undefined) break;
    const otherCase = commas === 'same-case' && !isBaseForm(text, first) && isBaseForm(text, next);
    if (isComma && otherCase) break;
    if (isComma && firstComma === 0) firstComma = items.length;
    closed ||= /\b(?:or|nor)\b/.test(join[0]);
    items.push(next);
    last = next;
  }
  const cut =
    firstComma > 0 &&
    (AT_HAND.test(text.folded.slice(items.at(-1)?.to)) || (commas === 'up-to-or' && !closed));
  const kept = cut ? items.slice(0, firstComma) : items;
  return { foods: kept, from: first.from, to: kept.at(-1)?.to ?? at };
}

/** The foods that end at a place: `[orzechów i jajek] nie jemy`. */
export function foodsBefore(text: TwoTexts, at: number, language: Language): FoodList | undefined {
  const items: Item[] = [];
  let end = at;
  for (;;) {
    const item = itemEndingAt(text, end, language);
    if (item === undefined) break;
    items.unshift(item);
    const join = /(?:\s(?:i|ani|oraz|and|or|nor)|\s?([,]))\s(?:\w+\s)?$|^$/.exec(
      text.folded.slice(0, item.from),
    );
    if (join === null || join[0] === '') break;
    if (join[1] === ',' && isBaseForm(text, item)) break;
    end = item.from - join[0].length;
    const before = itemEndingAt(text, end, language);
    // In a list of what is forbidden all stand in the same case; what is at hand does not.
    if (before === undefined || (join[1] === ',' && isBaseForm(text, before))) break;
  }
  const [first] = items;
  return first === undefined ? undefined : { foods: items, from: first.from, to: at };
}

function isPerson(word: string): boolean {
  const role = personWord(word)?.role;
  return role === 'named' || role === 'guest' || role === 'pronoun';
}

function skipFillers(folded: string, at: number): number {
  let from = at;
  for (;;) {
    while (/[ :-]/.test(folded[from] ?? '')) from += 1;
    WORD.lastIndex = from;
    const word = WORD.exec(folded)?.[0];
    if (word === undefined || !FILLERS.has(word)) return from;
    from += word.length;
  }
}

function itemAt(
  text: TwoTexts,
  from: number,
  language: Language,
  unknown: boolean,
): Item | undefined {
  const ends = wordEnds(text.folded, from);
  const head = text.folded.slice(from, ends[0]);
  if (BOUNDS.has(head) || STOPS.has(head)) return undefined;
  for (const to of ends.toReversed()) {
    const written = text.written.slice(from, to);
    // `Szkodzą [tacie]`; `baby carrots` are a food all the same.
    if (to === ends[0] && isPerson(head)) return undefined;
    const food = foodNamed(written, language);
    if (food !== undefined) return { food, written, from, to };
  }
  // `red meat` is meat of a kind, although nobody sells it by that name.
  const kind = OF_A_KIND.exec(text.folded.slice(from))?.[0];
  const meant = kind === undefined ? undefined : itemAt(text, from + kind.length, language, false);
  if (meant !== undefined) return { ...meant, from, written: text.written.slice(from, meant.to) };
  const [to] = ends;
  if (!unknown || to === undefined || to - from < 3) return undefined;
  const written = text.written.slice(from, to);
  // `nie lubię gotować`, `hate cooking`: a verb is no food.
  if (/(?:ć|[aiy]c|ing)$/.test(written)) return undefined;
  return { food: { name: written, productId: null }, written, from, to };
}

/** After `orzechy włoskie i`, `laskowe` are nuts. */
function nextItem(
  text: TwoTexts,
  from: number,
  last: Item,
  join: string,
  language: Language,
): Item | undefined {
  const known = itemAt(text, from, language, false);
  if (known !== undefined) return known;
  const [to] = wordEnds(text.folded, from);
  if (to === undefined || STOPS.has(text.folded.slice(from, to))) return undefined;
  const head = text.written.slice(last.from, last.to).split(' ')[0] ?? '';
  const written = `${head} ${text.written.slice(from, to)}`;
  const food = foodNamed(written, language);
  if (food !== undefined) return { food, written, from, to };
  return /\s(?:ani|or|nor|lub|albo)\s/.test(join) ? itemAt(text, from, language, true) : undefined;
}

function itemEndingAt(text: TwoTexts, end: number, language: Language): Item | undefined {
  const before = text.folded.slice(0, end).trimEnd();
  const starts = [...before.matchAll(/[a-z][a-z'-]*/g)].slice(-MAX_WORDS).map(({ index }) => index);
  for (const from of starts) {
    const words = before.slice(from).split(' ');
    if (/[^a-z' -]/.test(before.slice(from)) || words.some((word) => BOUNDS.has(word))) continue;
    if (STOPS.has(words[0] ?? '')) continue;
    const written = text.written.slice(from, before.length);
    const food = foodNamed(written, language);
    if (food !== undefined) return { food, written, from, to: before.length };
  }
  return undefined;
}

/** Ends of the next words in a row, up to anything but a space between them. */
function wordEnds(folded: string, from: number): number[] {
  const ends: number[] = [];
  for (let at = from; ends.length < MAX_WORDS; at += 1) {
    WORD.lastIndex = at;
    const word = WORD.exec(folded)?.[0];
    if (word === undefined) break;
    // `milk but`: no name of a food goes over such a word.
    if (ends.length > 0 && (BOUNDS.has(word) || (STOPS.has(word) && !INSIDE.has(word)))) break;
    at += word.length;
    ends.push(at);
    if (folded[at] !== ' ') break;
  }
  return ends;
}

/** In the nominative, as far as that can be told: `ryż`, not `ryżu`. */
function isBaseForm({ written }: TwoTexts, { from, to }: Item): boolean {
  const word = written.slice(from, to).split(' ')[0] ?? '';
  return fold(polishLemma(word)) === fold(word);
}

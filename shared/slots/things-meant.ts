import { fold, foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { withinOneSlip } from '#shared/language/one-slip.ts';
import { foodName, foodOfName } from '#shared/products/relation/foods.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import { baseName } from './base-name.ts';
import words from './data/thing-words.json' with { type: 'json' };

/** Something of the house or on a receipt that may be meant by its name. */
export interface NamedThing {
  readonly product_key: string | null;
  readonly product_name: string;
}

const ALSO: ReadonlyMap<string, string> = new Map(Object.entries(words.alsoCalled));
const NOT_HEAD = new Set(words.notHead);
const MIN_TYPO_LENGTH = 5;

/**
 * Which of some things somebody means: what is that food or a kind of it, and what is called so (`mleko
 * owsiane` is a milk to whoever says `mleko`). One that is called exactly so is meant alone.
 */
export function thingsMeant<Thing extends NamedThing>(
  said: string,
  things: readonly Thing[],
): readonly Thing[] {
  return firstNonEmpty(
    () => things.filter((thing) => isCalled(thing.product_name, said)),
    () =>
      things.filter(
        (thing) =>
          isOf(thing, said) || namesOf(said).some((name) => isNamedBy(thing.product_name, name)),
      ),
    () => things.filter((thing) => namesOf(said).some((name) => mentions(thing, name))),
    () => things.filter((thing) => isMistyped(thing.product_name, said)),
  );
}

function firstNonEmpty<Thing>(...tries: readonly (() => readonly Thing[])[]): readonly Thing[] {
  for (const look of tries) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}

function isOf({ product_key: id, product_name: name }: NamedThing, said: string): boolean {
  const kind = servingBy(servingsOf({ name: said }), keysOfLot({ id, name }))?.kind;
  return kind === 'same' || kind === 'specific';
}

/** What was said, in Polish too where it is a known food: things are mostly called in Polish. */
function namesOf(said: string): string[] {
  const food = foodOfName(said);
  const polish = food === undefined ? undefined : foodName(food, 'pl').split(' ')[0];
  const also = ALSO.get(fold(said)) ?? ALSO.get(fold(polish ?? ''));
  const single = foldedWords(said).length === 1;
  const base = (['pl', 'en'] as const).map((language) => baseName(said.split(' '), language));
  return [
    said,
    ...base,
    ...(single && polish !== undefined ? [polish] : []),
    ...(also ? [also] : []),
  ];
}

/** Every word of the one is a form of a word of the other, and the other way round. */
export function isCalled(name: string, said: string): boolean {
  const [named, asked] = [foldedWords(name), foldedWords(said)];
  return named.length === asked.length && hasAll(named, asked);
}

/** Of `zupa z soczewicy` the soup is meant, not the lentils. */
export function isNamedBy(name: string, said: string): boolean {
  const named = foldedWords(name);
  const end = named.findIndex((word) => NOT_HEAD.has(word));
  return hasAll(end > 0 ? named.slice(0, end) : named, foldedWords(said));
}

function mentions({ product_name }: NamedThing, said: string): boolean {
  return hasAll(foldedWords(product_name), foldedWords(said));
}

function hasAll(named: readonly string[], asked: readonly string[]): boolean {
  return asked.length > 0 && asked.every((word) => named.some((one) => isForm(one, word)));
}

function isForm(named: string, asked: string): boolean {
  if (/\d/.test(asked)) return named === asked;
  // `kiwis`, which no dictionary of ours has.
  return maybeSameWord(named, asked) || (asked.endsWith('s') && named === asked.slice(0, -1));
}

/** A word of five letters or more with one of them wrong, missing, doubled or swapped. */
export function isMistyped(name: string, said: string): boolean {
  const named = foldedWords(name);
  const asked = foldedWords(said).filter((word) => word.length >= MIN_TYPO_LENGTH);
  return asked.length > 0 && asked.every((word) => named.some((one) => isOneOff(one, word)));
}

function isOneOff(a: string, b: string): boolean {
  return a.length >= MIN_TYPO_LENGTH && withinOneSlip(a, b);
}

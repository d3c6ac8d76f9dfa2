import {
  add,
  exactly,
  multiply,
  type Rational,
  rational,
  toDecimal,
} from '#shared/quantities/rational.ts';
import type { Amount, Language } from '#shared/recipes/model/recipe.ts';
import { cleanLine } from './clean-line.ts';
import { measureOf } from './measure.ts';
import { type ReadAmount, readAmount } from './read-amount.ts';

/** A line as it was understood; which product it is comes later. */
export interface ParsedLine {
  readonly amount: Amount | null;
  /** A weight or volume that the line says besides its amount: `2 cups (250g) flour`. */
  readonly metric: Amount | null;
  readonly item: string;
  readonly note: string | null;
  readonly optional: boolean;
}

const SIZES =
  /^(?:very|really|small|medium|large|big|whole|heaped|heaping|level|generous|good|full|fresh|ripe|extra|mał[aey]|śred[nia]{2,4}|duż[aey]|płask[aie]{1,2}|czubat[aey])(?:-sized)?\s/i;
const FAT = /\d{1,2}(?:[.,]\d)?\s?%/g;
/** What one piece or pack holds, behind its name: `2 puszki pomidorów po 400 g`. */
const HELD =
  /^(\D{3,60}?)[\s,](?:po |à |of )?(\d{1,4}(?:[.,]\d{1,2})?\s?(?:dag|kg|g|ml|l|oz))\.?(?: each)?$/i;
const HALF = rational(1, 2);
const PACKED = ['can', 'opak', 'jar', 'bottle'];
const METRIC = ['g', 'kg', 'ml', 'l', 'oz', 'lb'];

interface Taken {
  readonly amount: Amount;
  readonly rest: string;
}

/** Reads `1½ cups (180 g) flour, sifted` or `pół szklanki mleka`. Never fails: at worst all is item. */
export function parseIngredientLine(text: string, language: Language): ParsedLine {
  const { main, remarks, optional } = cleanLine(text);
  const [head, more] = cutNote(main);
  const taken =
    leading(head, language) ?? trailing(head, language) ?? afterComma(head, more, language);
  const bracketed = remarks.map((remark) =>
    leading(remark.replace(/^(?:about|or|=)\s/i, ''), language),
  );
  const metric = bracketed.find(
    (found) => found !== undefined && METRIC.includes(found.amount.measure),
  );
  const packed = taken === undefined || [...PACKED, 'szt'].includes(taken.amount.measure);
  const each = /^\d{1,4}(?:\.\d{1,2})?[\s-](?:ounce|oz|g|ml)\b/.test(remarks[0] ?? '') && packed;
  const held = packed && taken !== undefined ? HELD.exec(taken.rest.trim()) : null;
  const pack = held === null ? undefined : leading(held[2] ?? '', language);
  const item = itemOf(held?.[1] ?? taken?.rest ?? head);
  const spare = bracketed.find((found) => found !== undefined && isAllAmount(found));
  return {
    amount: taken?.amount ?? metric?.amount ?? spare?.amount ?? null,
    metric: metricOf(taken, metric, pack, each),
    item: item === '' ? head : item,
    note: [more, ...remarks].filter((part) => part !== '').join('; ') || null,
    optional,
  };
}

function metricOf(
  taken: Taken | undefined,
  bracketed: Taken | undefined,
  pack: Taken | undefined,
  each: boolean,
): Amount | null {
  if (taken === undefined) return null;
  if (bracketed !== undefined) return total(taken.amount, bracketed.amount, each);
  return pack === undefined ? null : total(taken.amount, pack.amount, true);
}

/** `Onion (1)`, `ginger (1 tablespoon)`; not `(2 per person)`. */
function isAllAmount({ amount, rest }: Taken): boolean {
  return amount.measure !== 'szt' || /^[x\s]*$/.test(rest);
}

/** `2 cans (400 g)` are 800 g when the brackets say what one of them holds. */
function total(amount: Amount, metric: Amount, each: boolean): Amount {
  if (!each && !PACKED.includes(amount.measure)) return metric;
  return {
    ...metric,
    value: decimal(multiply(exactly(metric.value), exactly(amount.value))),
    upTo: null,
  };
}

/** The first comma, semicolon or stroke between words begins a note. */
function cutNote(main: string): [string, string] {
  const at = /,(?!\d)|;|\s\|\s|\s\/\s(?=[a-z])|(?<=\p{L}{4})\.\s(?=\p{Lu})/u.exec(main);
  if (at === null || at.index < 2) return [main, ''];
  return [main.slice(0, at.index).trim(), main.slice(at.index + at[0].length).trim()];
}

function leading(text: string, language: Language): Taken | undefined {
  // `Juice of 2 limes` needs two limes, `up to 1/3 cup` at most that.
  const of =
    /^(?:juice|zest|whites?|yolks?|sok|skórka|białk[ao]|żółtk[ao]|up to|<|from|do)\s?(?:and zest )?(?:of|from|z)?\s?(?=\d)/i;
  const read = readAmount(text.replace(of, ''), language);
  return read === undefined ? undefined : withMeasure(read, language);
}

/** `Butter 50 g`, `shallots: 2`, `Salt - 1 1/2 teaspoons`: nothing but words of size may follow. */
function trailing(head: string, language: Language): Taken | undefined {
  // The fat of `śmietana 18% 200 g` is no amount.
  const at = /[\s:](?=\d)/.exec(head.replace(FAT, (fat) => '%'.repeat(fat.length)));
  if (at === null) return vague(head, language);
  const taken = leading(head.slice(at.index + 1), language);
  const after = taken?.rest.replace(/^\s?(?:\/|\||\+|or|and|each)\s?.*$/, '').trim();
  if (
    taken === undefined ||
    (after !== '' && !/^(?:medium|large|small)(?:-sized)?$/.test(after ?? ''))
  )
    return undefined;
  return { amount: taken.amount, rest: head.slice(0, at.index).replace(/[\s:\-~]{1,20}$/, '') };
}

/** `Greek yogurt, 2 cups`: what follows the first comma is an amount and nothing else. */
function afterComma(head: string, more: string, language: Language): Taken | undefined {
  const taken = leading(more, language);
  if (taken === undefined || !/^\s?(?:$|\/)/.test(taken.rest)) return undefined;
  return { amount: taken.amount, rest: head };
}

/** `Pinch of salt`, `łyżka masła`: the unit alone is one of it. */
function vague(head: string, language: Language): Taken | undefined {
  const word = /^[\p{L}-]+/u.exec(head)?.[0] ?? '';
  const measure = word.length > 2 ? measureOf(word, language) : undefined;
  const rest = head.slice(word.length);
  const of = /^\sof\s/i.test(rest) || language === 'pl';
  const counts = measure !== undefined && (of || ['pinch', 'handful'].includes(measure));
  if (!counts || rest.trim() === '') return undefined;
  return { amount: { value: '1', upTo: null, measure }, rest };
}

function withMeasure(read: ReadAmount, language: Language): Taken {
  // `4 15oz cans`: what one can holds is not needed to count them.
  let rest = read.rest
    .replace(/^[\s-]+/, '')
    .replace(/^\d{1,3}(?:\.\d)?[\s-]?(?:oz|ounce|g|ml)\.?\s(?=cans?\b|tins?\b|pack)/i, '')
    .replace(/^metric\s/i, '');
  while (SIZES.test(rest)) {
    const next = rest.replace(SIZES, '');
    if (measureOf(firstWord(next), language) === undefined && !SIZES.test(next)) break;
    rest = next;
  }
  const garlic = /^((?:\S+\s)?garlic) cloves?\b/i.exec(rest);
  if (garlic !== null) rest = `cloves ${garlic[1]}${rest.slice(garlic[0].length)}`;
  const word = firstWord(rest);
  const measure = word === '' ? undefined : measureOf(word, language);
  const half = /^\s?and a half\b/.exec(rest.slice(word.length));
  const value = half === null ? read.value : add(read.value, HALF);
  const amount: Amount = {
    value: decimal(value),
    upTo: read.upTo && decimal(read.upTo),
    measure: measure ?? 'szt',
  };
  if (measure === undefined) return { amount, rest };
  return {
    amount,
    rest: rest.slice(word.length + (half?.[0].length ?? 0)).replace(/^\.?\(?s?\)?(?=\s)/, ''),
  };
}

/** `400gm`, `Tbsp.`, `table-spoonful`, `fl oz`. */
function firstWord(text: string): string {
  return /^[\p{L}]+(?:-spoonfuls?)?/u.exec(text)?.[0] ?? '';
}

/** What is left is the item, without a second amount, `of`, `x` and full stops. */
function itemOf(rest: string): string {
  return rest
    .replace(/^\s?[/|+]\s?[\d\s/.,-]{1,12}\s?[\p{L}]{1,12}\b/u, '')
    .replace(/^[\s.:/|-]+/, '')
    .replace(/^(?:of|each)\s/i, '')
    .replace(/^(?:the|an?|some)\s/i, '')
    .replace(/[\s.:-]{1,20}$/, '')
    .trim();
}

/** Kitchens need no more than three digits behind the point. */
function decimal(value: Rational): string {
  return toDecimal(value, 3);
}

import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { products } from '#shared/products/product.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { ProductSlot } from '#shared/slots/slots.ts';
import { thingsMeant } from '#shared/slots/things-meant.ts';

/** Where a message names lines of a receipt; several lines when they are called alike. */
export interface LineMention {
  readonly at: number;
  readonly end: number;
  readonly lines: readonly ItemRow[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Shorter words are mostly units and prepositions. */
const MIN_WORD = 4;

/** The lines that a message names, by what they are or by words of what is printed. */
export function lineMentions(
  message: string,
  slots: readonly ProductSlot[],
  items: readonly ItemRow[],
): LineMention[] {
  const byFood = slots.flatMap(({ name, words, at, end }) => {
    const byName = linesMeant(name, items);
    const lines = byName.length > 0 ? byName : linesMeant(words, items);
    return lines.length > 0 ? [{ at, end, lines }] : [];
  });
  const byWord = [...message.matchAll(WORD)].flatMap(({ 0: word, index: at }) => {
    const end = at + word.length;
    if (word.length < MIN_WORD || byFood.some((food) => at < food.end && food.at < end)) return [];
    const lines = items.filter(({ name }) =>
      foldedWords(name).some(
        (printed) => printed.length >= MIN_WORD && maybeSameWord(printed, word),
      ),
    );
    return lines.length > 0 ? [{ at, end, lines }] : [];
  });
  return joined([...byFood, ...byWord].sort((a, b) => a.at - b.at));
}

/** What is called so as it was printed, or by the name of its product in either language. */
export function linesMeant(said: string, items: readonly ItemRow[]): readonly ItemRow[] {
  const meant = NAMES.flatMap((nameOf) =>
    thingsMeant(
      said,
      items.flatMap((item) => {
        const { product_key } = item;
        const product_name = nameOf(item);
        return product_name == null ? [] : [{ item, product_key, product_name }];
      }),
    ),
  );
  return items.filter((item) => meant.some((one) => one.item === item));
}

const NAMES: readonly ((item: ItemRow) => string | null | undefined)[] = [
  ({ name }) => name,
  ({ product_name }) => product_name,
  ({ product_key }) => products().get(product_key ?? '')?.en,
];

/** `mleko owsiane`: words side by side that name lines in common name those. */
function joined(mentions: readonly LineMention[]): LineMention[] {
  const out: LineMention[] = [];
  for (const one of mentions) {
    const last = out.at(-1);
    const common = last?.lines.filter((line) => one.lines.includes(line)) ?? [];
    if (last !== undefined && one.at - last.end <= 1 && common.length > 0) {
      out.splice(-1, 1, { at: last.at, end: one.end, lines: common });
    } else out.push(one);
  }
  return out;
}

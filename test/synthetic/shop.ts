import * as z from 'zod/mini';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { ITEM_STYLES, type ItemStyleName } from './text/item-styles.ts';
import { TAX_STYLES, type TaxStyleName } from './text/tax-styles.ts';

const isItemStyle = (name: unknown): name is ItemStyleName =>
  typeof name === 'string' && Object.hasOwn(ITEM_STYLES, name);
const isTaxStyle = (name: unknown): name is TaxStyleName =>
  typeof name === 'string' && Object.hasOwn(TAX_STYLES, name);

/** How one shop's till prints: data, so that two sets can differ in all of it. */
export const Shop = z.object({
  /** As the chain data spells it; null for what is no chain. */
  chain: z.nullable(z.string()),
  merchant: z.string(),
  nip: z.nullable(z.string()),
  country: z.enum(['pl', 'de', 'en']),
  goods: z.enum(['grocery', 'drugstore', 'restaurant', 'pharmacy', 'german', 'english']),
  /** Letters a line. */
  columns: z.int(),
  /** Dots a line at 203 dpi: 384 on paper of 58 mm, 576 on 80 mm. */
  dots: z.int(),
  names: z.enum(['as-is', 'upper', 'ascii']),
  /** Names longer than this are cut, as tills do. */
  nameWidth: z.int(),
  item: z.custom<ItemStyleName>(isItemStyle),
  discount: z.object({
    word: z.string(),
    /** `last`: after all items, naming the item; `below-net`: with the price that is left. */
    how: z.enum(['below', 'below-net', 'named-below', 'last']),
  }),
  taxes: z.custom<TaxStyleName>(isTaxStyle),
  /** A template for the words of the sum (text/template.ts); so are `head` and `foot`. */
  sum: z.string(),
  head: z.array(z.string()),
  foot: z.array(z.string()),
  point: z.enum([',', '.']),
});
export type Shop = z.infer<typeof Shop>;

const Words = z.object({
  deposit: z.string(),
  due: z.string(),
  card: z.string(),
  cash: z.string(),
  change: z.string(),
});

export const Shops = z.object({
  addresses: z.array(z.string()),
  words: z.object({ pl: Words, de: Words, en: Words }),
  shops: z.array(Shop),
});
export type Shops = z.infer<typeof Shops>;

/** The shop's way of spelling a name; `ascii` as older tills do that know no Polish letters. */
export function spelling({ names, nameWidth }: Shop): (name: string) => string {
  return (name) => {
    const cut = name.slice(0, nameWidth).trim();
    if (names === 'as-is') return cut;
    const upper = cut.toUpperCase();
    if (names === 'upper') return upper;
    return withoutMarks(upper);
  };
}

import type { BasketItem } from '../basket.ts';
import { amount, money, unitWord } from './amounts.ts';
import { type Form, type PaperLine, pair } from './line.ts';

/** One item as a till prints it. */
interface ItemStyle {
  /** The name with what stands glued to it; `ordinal` counts from 1. */
  name?(item: BasketItem, ordinal: number): string;
  lines(form: Form, item: BasketItem, name: string): PaperLine[];
}

const letterOf = ({ good }: BasketItem) => good.vat;

function facts(form: Form, item: BasketItem) {
  return {
    q: amount(form, item),
    p: money(form, item.price),
    v: money(form, item.gross),
    letter: letterOf(item),
  };
}

/** Name and price on one line. */
function beside(words: (form: Form, item: BasketItem) => string): ItemStyle {
  return { lines: (form, item, name) => pair(form, name, words(form, item)) };
}

/** The price below the name: what stands left of it, and right. */
function below(words: (form: Form, item: BasketItem) => readonly [string, string]): ItemStyle {
  return {
    lines: (form, item, name) => [...pair(form, name, ''), ...pair(form, ...words(form, item))],
  };
}

/** Pieces on the line of their name, weighed goods below it. */
function belowIfWeighed(words: (form: Form, item: BasketItem) => string): ItemStyle {
  const [one, two] = [beside(words), below((form, item) => ['', words(form, item)])];
  return {
    lines: (form, item, name) => (item.good.unit === 'kg' ? two : one).lines(form, item, name),
  };
}

const plain = (form: Form, item: BasketItem) => {
  const { q, p, v, letter } = facts(form, item);
  return `${q} x ${p} ${v}${letter}`;
};

export const ITEM_STYLES = {
  // Of the tuning set.
  'letter-then-price': {
    ...beside(plain),
    name: (item) => `${item.name} ${letterOf(item)}`,
  },
  'price-beside': belowIfWeighed(plain),
  'dash-letter': {
    name: (item) => `${item.name}-${letterOf(item)}`,
    lines: (form, item, name) => {
      const { q, p, v, letter } = facts(form, item);
      return pair(form, `${name} ${q} x ${p}`, `${v}${letter}`);
    },
  },
  'value-below': below((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return [`  ${q} ${unitWord(item)} x ${p}`, `${v}${letter}`];
  }),
  'star-equals-below': below((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return ['', `${q} ${unitWord(item)} * ${p} = ${v} ${letter}`];
  }),
  'star-beside': beside((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return `${q} * ${p} ${v} ${letter}`;
  }),
  'star-equals-beside': beside((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return `${q}*${p} =${v}${letter}`;
  }),
  // Of the reporting set.
  columns: beside((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return `${q} x${p.padStart(6)}${v.padStart(8)}${letter}`;
  }),
  'star-below': belowIfWeighed((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return `${q}* ${p}  ${v} ${letter}`;
  }),
  'glued-below': below((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return [`   ${q}x${p}`, `${v}${letter}`];
  }),
  'equals-beside': beside((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return `${q}*${p}= ${v} ${letter}`;
  }),
  'price-per-unit-below': below((form, item) => {
    const { q, p, v, letter } = facts(form, item);
    return [` ${q} ${item.good.unit} x ${p} zł/${item.good.unit}`, `${v} ${letter}`];
  }),
  'backslash-letter': {
    name: (item) => `${item.name}\\${letterOf(item)}`,
    lines: (form, item, name) => {
      const { q, p, v, letter } = facts(form, item);
      return pair(form, name, `${q} x${p} ${v}${letter}`);
    },
  },
  numbered: {
    name: (item, ordinal) => `${ordinal}.${item.name}`,
    lines: (form, item, name) => {
      const { p, v, letter } = facts(form, item);
      return pair(form, name, `${item.quantity / 1000}${form.point}00x${p}  ${v} ${letter}`);
    },
  },
  'value-last': {
    lines: (form, item, name) => {
      const { q, p, v, letter } = facts(form, item);
      const count = q === '1' ? [] : pair(form, `   ${q} x ${p}`, '');
      return [...pair(form, name, `${v} ${letter}`), ...count];
    },
  },
  dotted: {
    lines: (form, item, name) => {
      const { q, p, v, letter } = facts(form, item);
      const [left, right] = [`${name} `, ` ${q} x ${p} ${v} ${letter}`];
      const dots = '.'.repeat(Math.max(0, form.columns - left.length - right.length));
      return pair(form, dots === '' ? name : `${left}${dots}`.trimEnd(), right.trimStart());
    },
  },
  'quantity-first': {
    lines: (form, item, name) => {
      const { q, p, v, letter } = facts(form, item);
      return pair(form, `${q} ${unitWord(item)} ${name}`, `${p} ${v} ${letter}`);
    },
  },
  'letter-first': {
    name: (item) => `${letterOf(item)} ${item.name}`,
    lines: (form, item, name) => {
      const { q, p, v } = facts(form, item);
      return pair(form, name, `${q}x${p} ${v}`);
    },
  },
} as const satisfies Record<string, ItemStyle>;

export type ItemStyleName = keyof typeof ITEM_STYLES;

export function itemStyle(name: ItemStyleName): ItemStyle {
  return ITEM_STYLES[name];
}

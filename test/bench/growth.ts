import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { findDates } from '#shared/dates/find-dates.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { parseQuantity } from '#shared/quantities/parse-quantity.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { describedPage } from '#shared/recipes/importing/markup.ts';
import { parseIngredientLine } from '#shared/recipes/ingredients/ingredient-line.ts';
import { textReading } from '#test/shared/receipts/text-reading.ts';
import { leastWork } from './least-work.ts';

/** Something that anybody's text can keep busy. */
interface Growing {
  readonly name: string;
  /** Size of the smaller input; the other is {@link LARGER} times as large. */
  readonly size: number;
  /** 1 where work grows as the input does, 2 with its square. */
  readonly power: 1 | 2;
  work(size: number): unknown;
}

const LARGER = 4;
/** Over what the power allows: caches and the collector of garbage do not grow evenly. */
const SLACK = 2;
const TODAY = new Date('2026-06-01');

function long<T>(pieces: readonly string[], size: number, read: (text: string) => T): T[] {
  return pieces.map((piece) => read(piece.repeat(Math.ceil(size / piece.length))));
}

const PAGES = ['<div>', '<', '<script>', '<script type="application/ld+json">', '<!--', '<a b="'];
const INGREDIENTS = ['1 ', '(', '1/2 ', 'a ', '-', ', ', '½', '[x](', '* '];
const REQUESTS = ['bez ', 'bez cebuli i ', '1 ', 'dla ', 'na 6 osob ', 'zamiast ', '- ', 'no the '];
const RECEIPTS = ['1 ', '1,', '1 x ', ' - ', 'A', 'PTU ', '1:1'];

const GROWING: readonly Growing[] = [
  {
    name: 'a page searched for recipes',
    size: 500_000,
    power: 1,
    work: (size) => long(PAGES, size, describedPage),
  },
  {
    name: 'an ingredient line',
    size: 10_000,
    power: 1,
    work: (size) => long(INGREDIENTS, size, (text) => parseIngredientLine(text, 'en')),
  },
  {
    name: 'a request to the chef',
    size: 10_000,
    power: 1,
    work: (size) => long(REQUESTS, size, (text) => parseIntent(text, 'pl', true)),
  },
  {
    name: 'a quantity',
    size: 50_000,
    power: 1,
    work: (size) => long(['1 ', '('], size, (text) => parseQuantity(`${text}1 g`)),
  },
  {
    name: 'a text with dates',
    size: 30_000,
    power: 1,
    work: (size) => long(['za ', '14.03 - '], size, (text) => findDates(text, 'pl', '2026-11-24')),
  },
  {
    name: 'the name of a product',
    size: 5_000,
    power: 1,
    work: (size) => long(['MLEKO UHT ', 'A'], size, (text) => matchProduct(text, [])),
  },
  {
    name: 'what a household taught',
    size: 1_250,
    power: 1,
    work: (size) => matchProduct('SER GOUDA PLASTRY', lessons(size)),
  },
  {
    name: 'a receipt of hostile lines',
    size: 50,
    power: 1,
    work: (lines) =>
      RECEIPTS.map((piece) => parse(Array.from({ length: lines }, () => piece.repeat(500)))),
  },
  {
    name: 'a receipt that does not balance',
    size: 20,
    power: 2,
    work: (lines) => parse([...goods(lines), 'SUMA PLN 9999,99', 'KARTA 8888,88']),
  },
];

const HEAD = ['SKLEP U JANA', 'NIP 779-10-11-327', '2026-03-01 nr 12345', 'PARAGON FISKALNY'];

function lessons(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    alias: `TOWAR NUMER ${String.fromCharCode(65 + (at % 26))}${at.toString(26).toUpperCase()}`,
    productId: 'mleko',
  }));
}

function goods(lines: number): string[] {
  return Array.from({ length: lines }, (_, at) => `TOWAR ${at}A ${(at * 37) % 90},${10 + at}A`);
}

function parse(lines: readonly string[]) {
  return chooseReceipt([textReading([...HEAD, ...lines].join('\n'))], TODAY);
}

/** How much more work four times the text is, each measured against itself in the same run. */
export function benchGrowth(): { name: string; ok: boolean; summary: string }[] {
  return GROWING.map(({ name, size, power, work }) => {
    const [small = 1, large = Number.POSITIVE_INFINITY] = leastWork(
      () => work(size),
      () => work(LARGER * size),
    );
    const [ratio, most] = [large / small, SLACK * LARGER ** power];
    const summary = `${LARGER} times as long is ${ratio.toFixed(1)} times the work (at most ${most})`;
    return { name, ok: ratio <= most, summary };
  });
}

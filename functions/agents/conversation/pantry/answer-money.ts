import type { Locale } from '#shared/context/locale.ts';
import { groupName } from '#shared/insights/group-name.ts';
import { periodOf } from '#shared/insights/period.ts';
import type { Spent } from '#shared/insights/spent-store.ts';
import type { waste } from '#shared/insights/waste-store.ts';
import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { toMoney } from '#shared/money/money.ts';
import type { PantryFact } from '#shared/notices/pantry-fact.ts';
import type { Question, Spending } from '#shared/pantry-requests/request.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import { isNamedBy } from '#shared/slots/things-meant.ts';
import { isGroupName, isInGroup } from './food-group.ts';
import type { Outcome } from './outcome.ts';

interface Period {
  readonly from: string;
  readonly to: string;
}

export interface MoneyDeps {
  readonly spent: (period: Period) => Promise<readonly Spent[]>;
  readonly unconfirmed: (period: Period) => Promise<number>;
  readonly wasted: (period: Period) => ReturnType<typeof waste>;
}

const MAX_MOST = 3;
const MAX_WASTED = 10;
/** `Biedronce` begins as `Biedronka` does. */
const SAME_BEGINNING = 4;

/** What was spent on something, in a shop, in one period or several; without one the last twelve months. */
export async function answerSpending(
  question: Extract<Question, { act: 'spending' }>,
  { day, locale }: { readonly day: string; readonly locale: Locale },
  { spent, unconfirmed }: MoneyDeps,
): Promise<Outcome> {
  const { on, by } = question;
  const asked = [question, ...(question.also ?? [])];
  const counted: Spent[] = [];
  const periods: Period[] = [];
  let waiting = 0;
  for (const one of asked) {
    for (const period of one.periods.length > 0 ? one.periods : [periodOf(day, {})]) {
      periods.push(period);
      counted.push(...(await spent(period)).filter((row) => isAskedFor(row, one)));
      waiting += await unconfirmed(period);
    }
  }
  const fact: PantryFact = {
    fact: 'spent',
    on: joinedNames(asked.map((one) => one.on)),
    shop: joinedNames(asked.map((one) => shopAsWritten(one.shop, counted))),
    periods,
    totals: totalsOf(counted),
    ...(by !== undefined && { by }),
    most: mostOf(counted, by ?? (on === null ? 'category' : 'product'), locale),
    unconfirmed: waiting,
  };
  return { facts: [fact], request: question, products: on === null ? [] : [on] };
}

function isAskedFor(row: Spent, { on, shop }: Spending): boolean {
  return (shop === null || isShop(row.merchant, shop)) && (on === null || isFor(row, on));
}

/** As the receipts call it, where there are any. */
function shopAsWritten(shop: string | null, rows: readonly Spent[]): string | null {
  if (shop === null) return null;
  return rows.find(({ merchant }) => isShop(merchant, shop))?.merchant ?? shop;
}

function joinedNames(names: readonly (string | null)[]): string | null {
  const said = new Set(names.filter((name) => name !== null));
  return said.size === 0 ? null : [...said].join(' + ');
}

function isShop(merchant: string | null, said: string): boolean {
  const [asked = ''] = foldedWords(said);
  return foldedWords(merchant ?? '').some(
    (word) =>
      maybeSameWord(word, asked) ||
      (asked.length > SAME_BEGINNING && word.startsWith(asked.slice(0, -2))),
  );
}

/** Of a kind of goods all lines of it; else lines of that food, a kind of it, or named so. */
function isFor({ category, product_key: id, name }: Spent, on: string): boolean {
  if (isInGroup(category, on)) return true;
  const kind = servingBy(servingsOf({ name: on }), keysOfLot({ id, name }))?.kind;
  if (isGroupName(on) && category !== null) return kind === 'same';
  return kind === 'same' || kind === 'specific' || isNamedBy(name, on);
}

function totalsOf(rows: readonly Spent[]) {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, same]) =>
    toMoney(
      same.reduce((sum, { minor }) => sum + minor, 0),
      currency,
    ),
  );
}

/** By shop where that is asked, of one thing by product, of all by category; only where there is one currency to compare in. */
function mostOf(rows: readonly Spent[], by: 'shop' | 'product' | 'category', locale: Locale) {
  const [first] = rows;
  if (first === undefined || rows.some(({ currency }) => currency !== first.currency)) return [];
  const groups = Map.groupBy(rows, ({ category, name, merchant }) => {
    if (by === 'shop') return merchant;
    return by === 'product' ? name : groupName('category', category, null, locale);
  });
  return [...groups]
    .flatMap(([name, same]) =>
      name === null ? [] : [{ name, minor: same.reduce((sum, { minor }) => sum + minor, 0) }],
    )
    .sort((a, b) => b.minor - a.minor)
    .slice(0, MAX_MOST)
    .map(({ name, minor }) => ({ name, total: toMoney(minor, first.currency) }));
}

/** What was thrown away in a period, and what that had cost. */
export async function answerWasted(
  question: Extract<Question, { act: 'wasted' }>,
  { day }: { readonly day: string },
  { wasted }: MoneyDeps,
): Promise<Outcome> {
  const [period = periodOf(day, {})] = question.periods;
  const { items, totals } = await wasted(period);
  const fact: PantryFact = {
    fact: 'wasted',
    periods: [period],
    items: items.slice(0, MAX_WASTED).flatMap(({ name, amounts }) => {
      return name === null ? [] : [{ name, amounts: [...amounts] }];
    }),
    totals,
    unpriced: items.reduce((sum, one) => sum + one.unpriced, 0),
  };
  return { facts: [fact], request: question, products: [] };
}

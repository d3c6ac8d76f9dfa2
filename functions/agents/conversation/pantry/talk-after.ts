import { isChange } from '#shared/pantry-requests/request.ts';
import type { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import type { Outcome } from './outcome.ts';

/** As many names as one can refer back to. */
const MAX_NAMES = 20;

/** What a session has talked about once a message was answered. */
export function talkAfter(before: TalkSoFar, outcomes: readonly Outcome[]): TalkSoFar {
  const last = outcomes.at(-1);
  const proposed = outcomes.findLast(({ proposal }) => proposal !== undefined)?.request;
  const products = outcomes.toReversed().flatMap((one) => one.products);
  return {
    last: last?.request ?? before.last,
    change: proposed !== undefined && isChange(proposed) ? proposed : before.change,
    products: products.length > 0 ? [...new Set(products)].slice(0, MAX_NAMES) : before.products,
    others: othersAfter(before, products),
    periods: periodsAfter(before, outcomes),
    spendings: spendingsAfter(before, outcomes),
    pending: outcomes.findLast(({ pending }) => pending !== undefined)?.pending ?? null,
  };
}

/** As many as `both` means, and some to spare. */
const MAX_PERIODS = 12;

function periodsAfter({ periods }: TalkSoFar, outcomes: readonly Outcome[]): TalkSoFar['periods'] {
  const asked = outcomes.flatMap(({ request }) =>
    request.act === 'spending' ? request.periods : [],
  );
  const isAsked = (one: TalkSoFar['periods'][number]) =>
    asked.some(({ from, to }) => from === one.from && to === one.to);
  return [...periods.filter((one) => !isAsked(one)), ...asked].slice(-MAX_PERIODS);
}

/** Of two spendings the last ones are added up. */
function spendingsAfter({ spendings }: TalkSoFar, outcomes: readonly Outcome[]) {
  const asked = outcomes.flatMap(({ request }) =>
    request.act === 'spending' && request.also === undefined
      ? [{ on: request.on, shop: request.shop, periods: request.periods }]
      : [],
  );
  return [...spendings, ...asked].slice(-2);
}

/** What was offered to choose from and not chosen stays known as the other one. */
function othersAfter({ pending, others }: TalkSoFar, products: readonly string[]): string[] {
  const choices = pending?.choices ?? [];
  return choices.length > 0 ? choices.filter((name) => !products.includes(name)) : [...others];
}

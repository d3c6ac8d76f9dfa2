import { addDays } from '#shared/expiry/plain-date.ts';
import type { PantryFact } from '#shared/notices/pantry-fact.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import type { Question } from '#shared/pantry-requests/request.ts';
import { isInGroup } from './food-group.ts';
import { byName, matchLots, type NamedLots } from './match-lots.ts';
import type { Outcome } from './outcome.ts';
import type { PantrySnapshot } from './snapshot.ts';
import { toldProduct } from './told.ts';

/** As many names as are read at a glance. */
const MAX_TOLD = 20;
/** How far ahead is looked where no day was said. */
const SOON_DAYS = 5;
const ASKED = { howMuch: 'amount', where: 'place', bestBefore: 'date' } as const;

type StockQuestion = Exclude<Question, { act: 'spending' | 'wasted' }>;

/** What is asked of the stock, from the lots that are there now. */
export function answerStock(question: StockQuestion, snapshot: PantrySnapshot): Outcome {
  const { lots, day } = snapshot;
  switch (question.act) {
    case 'list': {
      const { location } = question;
      const there = lots.filter((lot) => location === undefined || lot.location === location);
      return told(question, byName(there, day), { asked: 'all', place: location ?? null, day });
    }
    case 'expiring':
      return answerDue(question, snapshot);
    default: {
      const { product } = question;
      if (product === null) {
        return { facts: [{ fact: 'what-thing' }], request: question, products: [] };
      }
      const found = matchLots(product, lots, day);
      const groups =
        found.length > 0
          ? found
          : byName(
              lots.filter((lot) => isInGroup(lot.category, product)),
              day,
            );
      if (groups.length === 0) {
        const fact: PantryFact = { fact: 'not-there', names: [product], adds: false };
        return { facts: [fact], request: question, products: [product] };
      }
      return told(question, groups, { asked: ASKED[question.act], place: null, day });
    }
  }
}

function told(
  request: StockQuestion,
  groups: readonly NamedLots[],
  {
    asked,
    place,
    day,
  }: { asked: 'amount' | 'place' | 'date' | 'all'; place: LotRow['location'] | null; day: string },
): Outcome {
  const fact: PantryFact = { fact: 'stock', asked, place, ...shown(groups, day) };
  return { facts: [fact], request, products: namesOf(groups) };
}

function answerDue(
  question: Extract<Question, { act: 'expiring' }>,
  { lots, day }: PantrySnapshot,
): Outcome {
  const { location, expired = false } = question;
  const until = expired ? addDays(day, -1) : (question.until ?? addDays(day, SOON_DAYS));
  const due = lots.filter(
    ({ expires_on, location: place }) =>
      expires_on !== null && expires_on <= until && (location === undefined || place === location),
  );
  const groups = byName(due, day);
  const fact: PantryFact = { fact: 'due', until: expired ? null : until, ...shown(groups, day) };
  return { facts: [fact], request: question, products: namesOf(groups) };
}

function shown(groups: readonly NamedLots[], day: string) {
  const products = groups.slice(0, MAX_TOLD).map((group) => toldProduct(group, day));
  return { products, more: Math.max(0, groups.length - MAX_TOLD) };
}

function namesOf(groups: readonly NamedLots[]): string[] {
  return groups.slice(0, MAX_TOLD).map(({ name }) => name);
}

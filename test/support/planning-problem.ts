import {
  type Candidate,
  type Food,
  type PlanningProblem,
  type Slot,
  type StockedLot,
  WEIGHTS,
} from '#shared/planning/model.ts';
import { type Random, seededRandom } from '#shared/planning/random.ts';

export const NOBODY: ReadonlySet<number> = new Set();

/** A lot worth 10 zł that spoils within the plan. */
export function lot(given: Partial<StockedLot> = {}): StockedLot {
  return { id: 'lot', name: 'lot', value: 1000, wasteRisk: 1, lastDay: 9, ...given };
}

/** A food of which a pack of 100 g costs 5 zł and keeps nothing. */
export function food(servedBy: Food['servedBy'] = [], pack: Partial<Food['pack']> = {}): Food {
  const whole = { size: 100, price: 500, keepsDays: 9, keptShare: 0, ...pack };
  return { id: 'food', name: 'food', unit: 'g', servedBy, pack: whole };
}

/** A meal for one of every candidate, without any penalty. */
export function slot(day: number, candidates: number, given: Partial<Slot> = {}): Slot {
  const options = Array.from({ length: candidates }, (_, candidate) => {
    return { candidate, penalty: 0, eatenPenalty: 0 };
  });
  return { id: `${day}`, day, servings: 1, options, leftoversFrom: [], avoids: NOBODY, ...given };
}

export function candidate(needs: Candidate['needs'], keepsDays = 2): Candidate {
  return { id: 'dish', needs, keepsDays };
}

export function problemOf(given: Partial<PlanningProblem>): PlanningProblem {
  return {
    days: 3,
    slots: [],
    candidates: [],
    foods: [],
    lots: [],
    budget: null,
    weights: WEIGHTS,
    ...given,
  };
}

export interface Size {
  readonly slots: number;
  readonly candidates: number;
  readonly foods: number;
  readonly lots: number;
}

/** A problem of this size, the same for the same seed: lots that serve several foods, refused lots, leftovers. */
export function randomProblem(seed: number, size: Size): PlanningProblem {
  const random = seededRandom(seed);
  const days = Math.max(1, Math.ceil(size.slots / 2));
  const list = <Item>(count: number, make: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => make(index));
  const lots = list(size.lots, (index) =>
    lot({
      id: `lot-${index}`,
      value: 100 + random.below(2000),
      wasteRisk: random.below(3) / 2,
      lastDay: random.below(days + 2),
    }),
  ).sort((a, b) => a.lastDay - b.lastDay);
  const foods = list(size.foods, (index) => ({
    ...food(
      some(random, size.lots, 0.3).map((one) => ({
        lot: one,
        share: 1 / (50 + random.below(400)),
      })),
      {
        price: 100 + random.below(900),
        keptShare: random.below(10) / 10,
        keepsDays: random.below(4),
      },
    ),
    id: `food-${index}`,
  }));
  const candidates = list(size.candidates, () =>
    candidate(
      some(random, size.foods, 3 / size.foods).map((one) => ({
        food: one,
        amount: 10 + random.below(120),
      })),
      random.below(3),
    ),
  );
  const slots = list(size.slots, (index) =>
    slot(Math.floor(index / 2), size.candidates, {
      id: `slot-${index}`,
      servings: 1 + random.below(3),
      options: some(random, size.candidates, 0.8).map((one) => {
        const penalty = random.below(500);
        return { candidate: one, penalty, eatenPenalty: Math.floor(penalty / 3) };
      }),
      leftoversFrom: index < 2 ? [] : [index - 2],
      avoids: new Set(some(random, size.lots, 0.1)),
    }),
  );
  return problemOf({ days, slots, candidates, foods, lots });
}

function some(random: Random, count: number, share: number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter(() => random.next() < share);
}

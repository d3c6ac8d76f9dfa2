import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, nextTurn } from '#shared/uploads/reading-turn.ts';
import { drawn } from '#test/support/drawn.ts';

/**
 * The places and lines of a system without a clock: things happen one after the other. An upload is
 * `<household>/<its number in the order of arrival>`.
 */
class Places {
  readonly turns: string[] = [];
  /** Of each turn: how many more its household had being read than another that waited. */
  readonly leads: number[] = [];
  readonly #waiting = new Map<string, string[]>();
  readonly #beingRead: string[] = [];
  readonly #lastTurn = new Map<string, number>();
  readonly #arrived = new Map<string, number>();
  readonly #places: number;
  constructor(places: number) {
    this.#places = places;
  }

  get beingRead(): readonly string[] {
    return this.#beingRead;
  }

  waitingOf(household: string): readonly string[] {
    return this.#waiting.get(household) ?? [];
  }

  arrive(household: string): void {
    const number = [...this.#arrived.keys()].filter((id) => id.startsWith(`${household}/`)).length;
    const id = `${household}/${number}`;
    this.#arrived.set(id, this.#arrived.size);
    this.#waiting.set(household, [...this.waitingOf(household), id]);
    this.#fill();
  }

  /** One of those being read, whichever, is read. */
  end(which: number): void {
    if (this.#beingRead.length === 0) return;
    this.#beingRead.splice(which % this.#beingRead.length, 1);
    this.#fill();
  }

  #fill(): void {
    while (this.#beingRead.length < this.#places) {
      const next = nextTurn(this.#lines());
      if (next === undefined) return;
      const { householdId, uploadId } = next;
      this.leads.push(this.#lead(householdId));
      this.#waiting.set(
        householdId,
        this.waitingOf(householdId).filter((id) => id !== uploadId),
      );
      this.#beingRead.push(uploadId);
      this.#lastTurn.set(householdId, this.turns.length);
      this.turns.push(uploadId);
    }
  }

  #lead(household: string): number {
    const lines = this.#lines();
    const own = lines.find(({ householdId }) => householdId === household)?.beingRead ?? 0;
    return own - Math.min(...lines.map(({ beingRead }) => beingRead));
  }

  #lines(): Line[] {
    return [...this.#waiting].flatMap(([householdId, [uploadId]]) => {
      if (uploadId === undefined) return [];
      return {
        householdId,
        first: { householdId, uploadId, attempt: 1, kind: 'receipt' },
        since: this.#arrived.get(uploadId) ?? 0,
        beingRead: this.#beingRead.filter((id) => id.startsWith(`${householdId}/`)).length,
        lastTurn: this.#lastTurn.get(householdId) ?? null,
      };
    });
  }
}

const event = fc.oneof(
  fc.record({ arrives: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ arrives: fc.constant('a') }), // one sends more than the others
  fc.record({ ends: fc.nat(9) }),
);

test('nobody waits while a place is free, order holds, and who has none read is passed once by each other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(event, { maxLength: 80, size: 'max' }),
      (count, events) => {
        const places = new Places(count);
        // For each household that waits with nothing being read: who had a turn since.
        const passed = new Map<string, string[]>();
        for (const step of events) {
          const turnsBefore = places.turns.length;
          const waitedBefore = ['a', 'b', 'c', 'd'].filter(
            (one) =>
              places.waitingOf(one).length > 0 &&
              !places.beingRead.some((id) => id.startsWith(`${one}/`)),
          );
          if ('arrives' in step) places.arrive(step.arrives);
          else places.end(step.ends);
          const turns = places.turns.slice(turnsBefore).map((id) => id.charAt(0));
          for (const one of ['a', 'b', 'c', 'd']) {
            if (!waitedBefore.includes(one) || turns.includes(one)) passed.delete(one);
            else passed.set(one, [...(passed.get(one) ?? []), ...turns]);
            const by = passed.get(one) ?? [];
            expect(new Set(by).size, `${one} was passed by ${by}`).toBe(by.length);
          }
          const waiting = ['a', 'b', 'c', 'd'].flatMap((one) => places.waitingOf(one));
          expect(waiting.length === 0 || places.beingRead.length === count).toBe(true);
        }
        expect(places.leads.filter((lead) => lead > 0)).toEqual([]);
        for (const one of ['a', 'b', 'c', 'd']) {
          const own = places.turns.filter((id) => id.startsWith(`${one}/`));
          expect(own).toEqual(own.map((_, number) => `${one}/${number}`));
        }
      },
    ),
    { numRuns: drawn(2_000), seed: 612 },
  );
});

test('thirty photographs of one household keep one of another waiting for one reading', () => {
  const places = new Places(2);
  for (let number = 0; number < 30; number += 1) places.arrive('a');
  places.arrive('b');
  places.end(0);
  expect(places.turns).toEqual(['a/0', 'a/1', 'b/0']);
});

test('with one place households take turns', () => {
  const places = new Places(1);
  for (const household of 'aaabbc') places.arrive(household);
  for (let ended = 0; ended < 5; ended += 1) places.end(0);
  expect(places.turns).toEqual(['a/0', 'b/0', 'c/0', 'a/1', 'b/1', 'a/2']);
});

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  dinersOf,
  Guest,
  isGuest,
  rememberedDiners,
  WhoEatsQuery,
} from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';

const person = (name: string): Person => {
  return { id: randomUUID(), name, diet: 'vegan', allergies: [], dislikes: ['koper'] };
};
const [ola, jan] = [person('Ola'), person('Jan')];
const everybody = [ola, jan];
const milk = Guest.parse({ allergies: [{ code: 'milk', severity: 'allergy' }] });

describe('who eats', () => {
  test('is everybody, unless some are named; guests come on top', () => {
    expect(dinersOf(everybody, {}, 'pl')).toEqual(everybody);
    expect(dinersOf(everybody, { people: [jan.id.toUpperCase(), jan.id] }, 'pl')).toEqual([jan]);
    const names = dinersOf(everybody, { guests: [milk] }, 'pl').map(({ name }) => name);
    expect(names).toEqual(['Ola', 'Jan', 'gość']);
    expect(dinersOf(everybody, { people: [], guests: [milk] }, 'en')).toEqual([
      { id: 'guest-1', name: 'guest', diet: null, allergies: milk.allergies, dislikes: [] },
    ]);
  });

  test('guests have a diet where they said one', () => {
    const vegan = Guest.parse({ diet: 'vegan' });
    const [guest] = dinersOf([], { guests: [vegan] }, 'pl');
    expect(guest).toMatchObject({ name: 'gość', diet: 'vegan', allergies: [] });
    expect(guest && isGuest(guest)).toBe(true);
    expect(isGuest(ola)).toBe(false);
    expect(Guest.safeParse({ diet: 'moon' }).success).toBe(false);
  });

  test('guests go by their name, else by a number', () => {
    const guests = [{ ...milk, name: 'Basia' }, milk];
    const names = dinersOf([], { guests }, 'en').map(({ name }) => name);
    expect(names).toEqual(['Basia', 'guest 2']);
  });

  test('is never nobody, and nobody who is not known', () => {
    expect(() => dinersOf(everybody, { people: [] }, 'pl')).toThrow(/Nobody who eats/);
    expect(() => dinersOf(everybody, { people: [ola.id, randomUUID()] }, 'pl')).toThrow(
      /no such person/,
    );
    expect(dinersOf([], {}, 'pl')).toEqual([]);
  });

  test('is written in an address as ids with commas between or repeated, and guests as JSON', () => {
    const guests = JSON.stringify([milk]);
    expect(WhoEatsQuery.parse({ people: `${ola.id},${jan.id}`, guests })).toEqual({
      people: [ola.id, jan.id],
      guests: [milk],
    });
    expect(WhoEatsQuery.parse({ people: [ola.id, jan.id] })).toEqual({ people: [ola.id, jan.id] });
    expect(WhoEatsQuery.parse({ people: '' })).toEqual({ people: [] });
    expect(WhoEatsQuery.safeParse({ guests: '{' }).success).toBe(false);
  });
});

describe('who eats, remembered', () => {
  test('is who was said, without those who are gone since', () => {
    const remembered = { people: [jan.id, randomUUID()], guests: [milk] };
    const names = rememberedDiners(everybody, remembered, 'pl').map(({ name }) => name);
    expect(names).toEqual(['Jan', 'gość']);
  });

  test('is everybody when nothing was said, or all who were named are gone', () => {
    expect(rememberedDiners(everybody, null, 'pl')).toEqual(everybody);
    const gone = { people: [randomUUID()], guests: [milk] };
    expect(rememberedDiners(everybody, gone, 'pl')).toHaveLength(3);
    expect(rememberedDiners(everybody, { people: [], guests: [milk] }, 'pl')).toHaveLength(1);
  });
});

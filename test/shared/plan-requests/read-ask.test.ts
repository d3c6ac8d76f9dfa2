import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/language/lemma.ts';
import { readAsk } from '#shared/plan-requests/read-ask.ts';
import { extractSlots } from '#shared/slots/extract-slots.ts';

/** A Saturday. */
const TODAY = '2026-11-28';
const ANIA = { id: '0199f2c1-1111-7abc-8def-0123456789ab', name: 'Ania' };

async function read(message: string, language: Language = 'pl') {
  const slots = await extractSlots(message, { today: TODAY, language, people: [ANIA.name] });
  return readAsk(message, { language, today: TODAY, slots, people: [ANIA] });
}

const november = (...days: number[]) => days.map((day) => `2026-11-${day}`);
const december = (...days: number[]) => days.map((day) => `2026-12-0${day}`);

describe('what a message wishes of a plan', () => {
  test('stands in clauses: days, meals, how many eat, minutes, what may be spent', async () => {
    const message = 'plan dinners for Mon-Fri, two people, nothing over 40 minutes, budget 150 zł';
    expect((await read(message, 'en')).ask).toMatchObject({
      ...{ days: [...november(30), ...december(1, 2, 3, 4)], meals: ['dinner'], servings: 2 },
      ...{ minutes: 40, budget: '150.00', own: [] },
    });
  });

  test('may be of one day alone, said within the plan or behind it', async () => {
    const { ask } = await read('zaplanuj tydzień bez ryb, w środę szybko, tak do 20 min');
    expect(ask.days).toHaveLength(7);
    expect(ask.minutes).toBeNull();
    expect(ask.own).toMatchObject([{ days: december(2), minutes: 20 }]);
    expect(ask.avoid).toMatchObject([{ allergies: [{ code: 'fish' }] }]);
  });

  test('counts guests, and says nothing of how many where nobody did', async () => {
    const { ask } = await read('zaplanuj kolacje na weekend, w sobotę będą goście (4 osoby)');
    expect(ask).toMatchObject({ days: november(28, 29), meals: ['dinner'], servings: null });
    expect(ask.own).toMatchObject([{ days: november(28), guests: 4 }]);
    expect((await read('obiady na jutro, będą goście')).ask.guests).toBe(0);
  });

  test('leaves out days on which nobody cooks', async () => {
    const { ask } = await read('obiady od poniedziałku do piątku, w środę jemy na mieście');
    expect(ask.own).toMatchObject([{ days: december(2), skip: true }]);
  });

  test('names people of the household, and strangers are told from them', async () => {
    const { ask, strangers } = await read('zaplanuj obiady na jutro dla Ani i Zbyszka');
    expect(ask.people).toEqual([ANIA.id]);
    expect(strangers).toEqual(['Zbyszka']);
  });

  test('tells what of it could not be read, and no more', async () => {
    const { leftOut } = await read('zaplanuj obiady na 3 dni z kurczakiem, żeby było romantycznie');
    expect(leftOut).toEqual(['żeby było romantycznie', 'kurczakiem']);
    expect((await read('plan dinners for 3 days, nothing with mushrooms', 'en')).leftOut).toEqual(
      [],
    );
  });
});

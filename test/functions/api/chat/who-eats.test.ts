import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { lotIds, lotTakenFor, OLA, person } from '../recipes/diners.ts';
import { added, stock } from '../recipes/household.ts';

const database = testDatabase();
agentsBehindChat();

function send(household: HouseholdContext, message: string, more: object = {}) {
  const body = { message, ...more };
  return call(handler, { method: 'POST', resource: '/api/v1/chat', household, body });
}

function confirm(household: HouseholdContext, proposalId: string) {
  const resource = '/api/v1/chat/proposals/{proposalId}/confirm';
  return call(handler, { method: 'POST', resource, params: { proposalId }, household, body: {} });
}

async function left(lotId: string): Promise<number | undefined> {
  const [row] = await database.query<{ quantity: number }>(
    'select quantity::float8 from lots where id = $1',
    [lotId],
  );
  return row?.quantity;
}

/** What dumplings take, the flour being one of peanuts, which Ola must not have. */
async function flourOfPeanuts() {
  const household = await database.newHousehold();
  const ola = await person(database, household, 'Ola', OLA);
  const jan = await person(database, household, 'Jan');
  const peanut = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna', {
    printed: 'Mąka z orzeszków ziemnych',
  });
  await stock(household, 'Ziemniaki', '2', 'kg');
  await stock(household, 'Jajka', '10', 'szt');
  return { household, ola, jan, peanut };
}

describe('a talk about a meal', () => {
  test('offers no lot that somebody who eats must not have, and says which and why', async () => {
    const { household, jan, peanut } = await flourOfPeanuts();
    const { json } = await send(household, 'kopytka');
    const [offer] = json.data.recipes;
    expect(offer.id).toBe('pl-kopytka');
    expect(lotIds(offer.uses)).not.toContain(peanut);
    expect(offer.avoided).toMatchObject([{ lotId: peanut, person: 'Ola' }]);
    expect(json.text).toContain('Nie biorę ze spiżarni – Mąka pszenna: Ola – orzeszki ziemne');
    const without = await send(household, 'kopytka', { people: [jan] });
    expect(lotIds(without.json.data.recipes[0].uses)).toContain(peanut);
    expect(without.json.text).not.toContain('Nie biorę');
  });

  test('books none of it either, and the reply names what was left alone', async () => {
    const { household, peanut } = await flourOfPeanuts();
    const { sessionId } = (await send(household, 'kopytka')).json;
    const { json } = await send(household, 'gotuję pierwszą', { sessionId });
    const confirmed = await confirm(household, json.proposals[0].id);
    expect(confirmed.status, confirmed.text).toBe(200);
    expect(confirmed.json.avoided).toMatchObject([{ lotId: peanut, person: 'Ola' }]);
    expect(await left(peanut)).toBe(1000);
  });

  test('remembers who eats until it is said otherwise, up to what is booked', async () => {
    const { household, jan, peanut } = await flourOfPeanuts();
    const { sessionId } = (await send(household, 'kopytka', { people: [jan] })).json;
    const { json } = await send(household, 'gotuję pierwszą', { sessionId });
    expect((await confirm(household, json.proposals[0].id)).json.avoided).toEqual([]);
    expect(await left(peanut)).toBe(750);
    const guests = [{ allergies: OLA }];
    const more = await send(household, 'kopytka', { sessionId, people: [jan], guests });
    expect(more.json.data.recipes[0].avoided).toMatchObject([{ person: 'gość' }]);
  });

  test('is held to an allergy that was written down after the proposal', async () => {
    const { household, jan } = await flourOfPeanuts();
    const { sessionId } = (await send(household, 'kopytka', { people: [jan] })).json;
    const { json } = await send(household, 'gotuję pierwszą', { sessionId });
    await database.query('update people set allergies = $2 where id = $1', [
      jan,
      JSON.stringify([{ code: 'eggs', severity: 'allergy' }]),
    ]);
    const answer = await confirm(household, json.proposals[0].id);
    expect(answer).toMatchObject({ status: 409, json: { code: 'recipe-refused' } });
    expect(answer.json.detail).toContain('Jan – jaja');
  });

  test('is held to it by what only the steps name, too', async () => {
    const { household, jan } = await flourOfPeanuts();
    await added(household, {
      title: 'Zapiekanka z Podlasia',
      ingredients: ['500 g ziemniaków'],
      steps: ['Ugotuj.', 'Podawaj z sosem z orzeszków ziemnych.'],
    });
    const { sessionId } = (await send(household, 'zapiekanka z podlasia', { people: [jan] })).json;
    const { json } = await send(household, 'gotuję pierwszą', { sessionId });
    await database.query('update people set allergies = $2 where id = $1', [
      jan,
      JSON.stringify(OLA),
    ]);
    const answer = await confirm(household, json.proposals[0].id);
    expect(answer).toMatchObject({ status: 409, json: { code: 'recipe-refused' } });
  });

  test('names a dish that was asked for and is refused, for whom and why', async () => {
    const { household } = await flourOfPeanuts();
    const guests = [{ allergies: [{ code: 'milk', severity: 'allergy' }] }];
    const { json } = await send(household, 'sernik', { guests });
    expect(json.data.refused[0]).toMatchObject({ person: 'gość', allergens: ['milk'] });
    expect(json.data.refusedCount).toBeGreaterThan(0);
    expect(json.text).toMatch(/Nie proponuję – [^:]*ernik[^:]*: gość – mleko \(/);
    expect(json.data.recipes.map(({ title }: { title: string }) => title).join()).not.toMatch(
      /sernik/i,
    );
  });

  test.each([
    ['people nobody knows', { people: [randomUUID()] }, 404],
    ['nobody', { people: [] }, 422],
    ['a crowd', { guests: Array(21).fill({ allergies: [] }) }, 400],
  ])('for %s is refused before the chef is asked', async (_, who, status) => {
    const household = await database.newHousehold();
    expect(await send(household, 'kopytka', who)).toMatchObject({ status });
  });
});

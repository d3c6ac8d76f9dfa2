import { expect, test } from 'vitest';
import { handler } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { person } from '../recipes/diners.ts';

const database = testDatabase();
agentsBehindChat();

const NUTS = { code: 'nuts', severity: 'allergy' };
const MILK = { code: 'milk', severity: 'intolerance' };

async function proposed(household: HouseholdContext, message: string) {
  const resource = '/api/v1/chat';
  const { json } = await call(handler, { method: 'POST', resource, household, body: { message } });
  expect(json.proposals, json.text).toHaveLength(1);
  return json.proposals[0];
}

function act(household: HouseholdContext, proposalId: string, action: 'confirm' | 'reject') {
  const resource = `/api/v1/chat/proposals/{proposalId}/${action}`;
  return call(handler, { method: 'POST', resource, params: { proposalId }, household, body: {} });
}

async function profile(id: string) {
  const [row] = await database.query(
    'select diet, allergies, dislikes, version from people where id = $1',
    [id],
  );
  return row;
}

const done = { status: 200, json: { bookingIds: [], avoided: [] } };

async function withOla() {
  const household = await database.newHousehold();
  const ola = await person(database, household, 'Ola', [MILK]);
  await person(database, household, 'Jan');
  return { household, ola };
}

test('an allergy goes into the profile when it is confirmed, once', async () => {
  const { household, ola } = await withOla();
  const proposal = await proposed(household, 'Ola ma alergię na orzechy');
  expect(proposal).toMatchObject({
    kind: 'profile',
    summary: 'w profilu: Ola – alergia: orzechy',
    diff: { personId: ola, adds: { diet: null, allergies: [NUTS], dislikes: [] } },
  });
  expect(await profile(ola)).toMatchObject({ allergies: [MILK], version: 1 });
  const both = await Promise.all([
    act(household, proposal.id, 'confirm'),
    act(household, proposal.id, 'confirm'),
  ]);
  expect(both).toMatchObject([done, done]);
  expect(await act(household, proposal.id, 'confirm')).toMatchObject(done);
  expect(await profile(ola)).toMatchObject({ allergies: [MILK, NUTS], version: 2 });
});

test('an allergy takes the place of an intolerance, and a diet that of another', async () => {
  const { household, ola } = await withOla();
  await database.query(`update people set diet = 'vegetarian' where id = $1`, [ola]);
  const proposal = await proposed(household, 'Ola jest weganką i ma alergię na mleko');
  await act(household, proposal.id, 'confirm');
  expect(await profile(ola)).toMatchObject({
    diet: 'vegan',
    allergies: [{ code: 'milk', severity: 'allergy' }],
  });
});

test('what was written down since is kept, and nothing is added twice', async () => {
  const { household, ola } = await withOla();
  const proposal = await proposed(household, 'Ola ma alergię na orzechy');
  await database.query('update people set allergies = $2, version = 2 where id = $1', [
    ola,
    JSON.stringify([NUTS, { code: 'eggs', severity: 'allergy' }]),
  ]);
  expect(await act(household, proposal.id, 'confirm')).toMatchObject(done);
  expect(await profile(ola)).toMatchObject({
    allergies: [NUTS, { code: 'eggs', severity: 'allergy' }],
    version: 2,
  });
});

test('one that was rejected, is another household’s or of somebody gone changes nothing', async () => {
  const { household, ola } = await withOla();
  const rejected = await proposed(household, 'Ola ma alergię na orzechy');
  expect(await act(household, rejected.id, 'reject')).toMatchObject({ status: 204 });
  expect(await act(household, rejected.id, 'confirm')).toMatchObject({ status: 409 });
  const open = await proposed(household, 'Ola ma alergię na orzechy');
  const stranger = await database.newHousehold();
  expect(await act(stranger, open.id, 'confirm')).toMatchObject({ status: 404 });
  expect(await profile(ola)).toMatchObject({ allergies: [MILK], version: 1 });
  await database.query('delete from people where id = $1', [ola]);
  expect(await act(household, open.id, 'confirm')).toMatchObject({ status: 404 });
});

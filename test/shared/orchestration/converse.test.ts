import { describe, expect, test } from 'vitest';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { converse, replyOf, type TurnEvent } from '#shared/orchestration/converse.ts';
import type { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';
import { person } from '#test/functions/api/recipes/diners.ts';
import { testDatabase } from '#test/support/database.ts';
import { token, toyAgents, turn } from '#test/support/toy-agents.ts';

const database = testDatabase();

const NUTS = [{ code: 'nuts', severity: 'allergy' }];

describe('an agent that forgets allergies', () => {
  const careless = { conversation: [token('Zjedz tort orzechowy. Smacznego!')] };

  test('offers nothing to a household that must not have it, and nothing of it is kept', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', NUTS);
    const { invoke } = toyAgents(careless);
    const { text } = await turn(household, invoke, { message: 'cześć' });
    expect(text).toMatch(/^Tego nie mogę zaproponować\. Ola – orzechy .*\nSmacznego!$/);
    const rows = await database.query(
      `select 1 from chat_turns where household_id = $1 and reply::text like '%Zjedz%'`,
      [household.householdId],
    );
    expect(rows).toEqual([]);
  });

  test('nor to a guest, as long as the session goes on', async () => {
    const household = await database.newHousehold();
    const { invoke, asked } = toyAgents(careless);
    const guests = [
      { name: 'Ewa', diet: null, allergies: [{ code: 'nuts', severity: 'allergy' }] },
    ];
    const first = await turn(household, invoke, { message: 'cześć', guests } as ChatMessage);
    const { sessionId } = first;
    const later = await turn(household, invoke, { message: 'hej', sessionId });
    expect([first.text, later.text].every((text) => text.includes('Ewa – orzechy'))).toBe(true);
    expect(asked[1]?.request.guests).toMatchObject([{ name: 'Ewa' }]);
  });

  test('nor to somebody of whom another agent was told', async () => {
    const household = await database.newHousehold();
    const { invoke, asked } = toyAgents({ ...careless, chef: [token('Dobrze.')] });
    const told = await turn(household, invoke, { message: 'mój syn jest uczulony na orzechy' });
    const { sessionId } = told;
    const { text } = await turn(household, invoke, { message: 'cześć', sessionId });
    expect(asked.map(({ agent }) => agent)).toEqual(['chef', 'conversation']);
    expect(text).toContain('syn – orzechy');
    expect(asked[1]?.request).toMatchObject({
      restrictions: [{ reason: 'allergy', codes: ['nuts'] }],
    });
    const lifted = { message: 'syn już nie ma alergii na orzechy', sessionId };
    await turn(household, invoke, lifted);
    expect((await turn(household, invoke, { message: 'hej', sessionId })).text).toContain('Zjedz');
  });

  test('is followed by what is left out, where it was told itself', async () => {
    const household = await database.newHousehold();
    const { invoke } = toyAgents({ conversation: [token('Rozumiem.')] });
    const message = 'mój syn jest uczulony na orzechy';
    const { text } = await turn(household, invoke, { message, agent: 'conversation' });
    expect(text).toMatch(/^Pomijam w tej rozmowie: orzechy \(syn: alergia\)\.\nRozumiem\.$/);
  });
});

describe('what agents remember', () => {
  const ofChef = { ...NEW_SESSION, offered: ['pl-kopytka'] };

  test('is each one’s own, and comes back to it alone', async () => {
    const household = await database.newHousehold();
    const { invoke, asked } = toyAgents({
      chef: [token('Kopytka.'), { type: 'state', state: ofChef }],
      conversation: [token('Cześć.'), { type: 'state', state: ofChef }],
    });
    const { sessionId } = await turn(household, invoke, { message: 'co na obiad?' });
    await turn(household, invoke, { message: 'cześć', sessionId });
    await turn(household, invoke, { message: 'druga', sessionId });
    await turn(household, invoke, { message: 'hej', sessionId });
    expect(asked.map(({ agent, request }) => [agent, request.state])).toEqual([
      ['chef', null],
      ['conversation', null],
      ['chef', ofChef],
      // What the conversation wrote is no state of its own.
      ['conversation', null],
    ]);
  });

  test('and what a session held before sessions had a memory is read from the chef’s state', async () => {
    const household = await database.newHousehold();
    const sessionId = '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e01';
    const nuts = {
      ...{ reason: 'allergy', codes: ['nuts'], diet: null },
      food: { name: 'orzechy', productId: null },
      who: { role: 'named', name: 'syn', personId: null },
    };
    await database.query(
      `insert into chat_turns (household_id, session_id, agent, message, reply, state)
       values ($1, $2, 'chef', 'x', '{}', $3)`,
      [household.householdId, sessionId, JSON.stringify({ ...ofChef, restrictions: [nuts] })],
    );
    const { invoke } = toyAgents({ conversation: [token('Zjedz orzechy.')] });
    const { text } = await turn(household, invoke, { message: 'cześć', sessionId });
    expect(text).toContain('syn – orzechy');
  });
});

describe('a turn', () => {
  test('is an order of events of which JSON takes the last', async () => {
    const household = await database.newHousehold();
    const { invoke } = toyAgents({
      conversation: [
        { type: 'intent', intent: { name: 'greeting', confidence: 0.9, source: 'rules' } },
        { type: 'degraded', reason: 'no-model' },
        token('Cześć. '),
        token('Jak się masz?'),
      ],
    });
    const events: TurnEvent[] = [];
    const asked = { message: 'hej', agent: 'conversation' } as const;
    for await (const event of converse(household, asked, 'pl', { invoke })) events.push(event);
    expect(events.map(({ type }) => type)).toEqual(
      'accepted routed intent degraded text text done'.split(' '),
    );
    expect(events.at(-1)).toMatchObject({
      reply: {
        text: 'Cześć. Jak się masz?',
        intent: { name: 'greeting', source: 'user' },
        degraded: true,
        degradedReason: 'no-model',
      },
    });
  });

  test('goes where the router says', async () => {
    const household = await database.newHousehold();
    const { invoke, asked } = toyAgents({ chef: [token('Tak.')] });
    const route = async () => {
      const guess = { agent: 'chef', topic: 'chef', name: 'guess' } as const;
      return { ...guess, confidence: 0.7, source: 'model' } as const;
    };
    const deps = { invoke, route };
    const reply = await replyOf(converse(household, { message: 'cześć' }, 'pl', deps));
    expect(asked).toHaveLength(1);
    expect(reply).toMatchObject({ agent: 'chef', intent: { name: 'guess', source: 'model' } });
  });

  test('whose agent fails is not kept', async () => {
    const household = await database.newHousehold();
    const { invoke } = toyAgents({});
    await expect(turn(household, invoke, { message: 'cześć' })).rejects.toThrow('not to be asked');
    const rows = await database.query('select 1 from chat_turns where household_id = $1', [
      household.householdId,
    ]);
    expect(rows).toEqual([]);
  });
});

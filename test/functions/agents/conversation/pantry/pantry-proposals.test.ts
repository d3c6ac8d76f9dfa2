import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { apiInProcess } from '#test/support/api-in-process.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add } from '#test/support/pantry.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
agentsBehindChat();

const butter = {
  product: { name: 'masło' },
  quantity: { value: '200', unit: 'g' },
  location: 'fridge',
  expires: { date: '2099-01-10' },
};
const eggs = {
  product: { name: 'jajka' },
  quantity: { value: '10', unit: 'szt' },
  location: 'fridge',
  expires: { date: '2099-01-12' },
};

/** A session of a household: says something, decides, and looks into the pantry. */
async function talk(household: HouseholdContext) {
  const api = apiInProcess(household);
  let sessionId: string | undefined;
  const send = async (method: string, path: string, body?: object) => {
    const { status, text } = await api.send(method, path, body);
    return { status, json: text === '' ? null : JSON.parse(text) };
  };
  return {
    async say(message: string) {
      const { json } = await send('POST', '/api/v1/chat', {
        message,
        ...(sessionId && { sessionId }),
      });
      sessionId = json.sessionId;
      return json;
    },
    decide: (id: string, how: 'confirm' | 'reject' | 'undo') =>
      send('POST', `/api/v1/chat/proposals/${id}/${how}`, {}),
    async lots() {
      const { json } = await send('GET', '/api/v2/pantry?limit=100');
      return json.items.map((lot: Record<string, unknown>) => shown(lot));
    },
    async bookings() {
      const { json } = await send('GET', '/api/v2/pantry/bookings?limit=100');
      return json.items;
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a lot as the API shows it
function shown({ product, quantity, location, openedAt }: any): string {
  const open = openedAt === null ? '' : ' open';
  return `${product.name} ${quantity.value} ${quantity.unit} ${location}${open}`;
}

async function house(...lots: object[]) {
  const household = await database.newHousehold();
  for (const lot of lots) await add(household, lot);
  return { household, ...(await talk(household)) };
}

describe('what is proposed', () => {
  test('shows each lot before and after, books nothing, and is done once when confirmed twice', async () => {
    const { say, decide, lots, bookings } = await house(butter, eggs);
    const reply = await say('zużyłam pół kostki masła i 3 jajka');
    const [{ id, kind, diff, summary }] = reply.proposals;
    expect(kind).toBe('consume');
    expect(summary).toContain('masło 100 g (200 g → 100 g)');
    expect(diff.lots).toMatchObject([
      {
        product: 'masło',
        change: { value: '-100', unit: 'g' },
        before: { quantity: { value: '200' } },
        after: { quantity: { value: '100' } },
      },
      { product: 'jajka', change: { value: '-3', unit: 'szt' } },
    ]);
    expect(reply.text).toContain(summary);
    expect(await lots()).toEqual(['masło 200 g fridge', 'jajka 10 szt fridge']);

    const once = await decide(id, 'confirm');
    const twice = await decide(id, 'confirm');
    expect(once.json.bookingIds).toHaveLength(2);
    expect(twice.json).toEqual(once.json);
    expect(await lots()).toEqual(['masło 100 g fridge', 'jajka 7 szt fridge']);
    const groups = (await bookings())
      .slice(0, 2)
      .map(({ groupId }: { groupId: string }) => groupId);
    expect(new Set(groups).size).toBe(1);

    await decide(id, 'undo');
    expect(await lots()).toEqual(['masło 200 g fridge', 'jajka 10 szt fridge']);
  });

  test('is nothing once it is rejected', async () => {
    const { say, decide, lots } = await house(eggs);
    const [{ id }] = (await say('wyrzuciłam 2 jajka, bo pękły')).proposals;
    await decide(id, 'reject');
    expect((await decide(id, 'confirm')).status).toBe(409);
    expect(await lots()).toEqual(['jajka 10 szt fridge']);
  });

  test('is rejected by what corrects it, so that a second yes does nothing', async () => {
    const { say, decide, lots } = await house();
    const [{ id }] = (await say('dodaj 2 litry mleka')).proposals;
    await say('nie, jednak 3');
    expect((await decide(id, 'confirm')).status).toBe(409);
    expect((await say('tak')).data.confirmed).toBeDefined();
    await say('tak');
    expect(await lots()).toEqual(['mleko 3 l fridge']);
  });
});

describe('each kind is booked as the API books it, and undone', () => {
  test.each([
    ['otworzyłam jajka', 'open', ['jajka 9 szt fridge', 'jajka 1 szt fridge open']],
    ['zamroź 3 jajka', 'freeze', ['jajka 7 szt fridge', 'jajka 3 szt freezer']],
    ['przenieś jajka do spiżarni', 'move', ['jajka 10 szt pantry']],
    ['wyrzuć 4 jajka', 'waste', ['jajka 6 szt fridge']],
    ['zjedliśmy wszystkie jajka', 'consume', []],
    ['dodaj 6 bułek', 'add', ['bułka 6 szt pantry', 'jajka 10 szt fridge']],
  ])('%s', async (message, kind, after) => {
    const { say, decide, lots } = await house(eggs);
    const [proposal] = (await say(message)).proposals;
    expect(proposal.kind).toBe(kind);
    expect((await decide(proposal.id, 'confirm')).status).toBe(200);
    expect((await lots()).sort()).toEqual([...after].sort());
    const undone = await decide(proposal.id, 'undo');
    expect(undone.status, JSON.stringify(undone.json)).toBe(200);
    const left = (await lots()).filter((lot: string) => lot.startsWith('jajka'));
    expect(left).toEqual(['jajka 10 szt fridge']);
  });
});

describe('a lot that has changed since', () => {
  test('is still taken from where enough is left', async () => {
    const { household, say, decide, lots } = await house();
    const { json: lot } = await add(household, eggs);
    const [{ id }] = (await say('zużyłem 2 jajka')).proposals;
    await act(household, lot.id, 'consume', { quantity: { value: '5', unit: 'szt' } });
    expect((await decide(id, 'confirm')).status).toBe(200);
    expect(await lots()).toEqual(['jajka 3 szt fridge']);
  });

  test.each([
    ['zużyłem 8 jajek', 'consume', { quantity: { value: '5', unit: 'szt' } }, '5 szt'],
    ['zjadłem wszystkie jajka', 'consume', { quantity: { value: '1', unit: 'szt' } }, '9 szt'],
    ['przenieś jajka do spiżarni', 'freeze', {}, 'zamrażarka'],
  ])('is said to have changed: %s', async (message, action, body, said) => {
    const { household, say, decide, bookings } = await house();
    const { json: lot } = await add(household, eggs);
    const [{ id }] = (await say(message)).proposals;
    await act(household, lot.id, action, body);
    const before = await bookings();
    const { status, json } = await decide(id, 'confirm');
    expect([status, json.code]).toEqual([409, 'lot-changed']);
    expect(json.detail).toContain(said);
    expect(await bookings()).toEqual(before);
  });
});

describe('what is not clear is asked, and nothing is proposed', () => {
  test('what is not there is said, with how to add it', async () => {
    const { say } = await house();
    const reply = await say('zużyłam 2 jajka');
    expect(reply.proposals).toEqual([]);
    expect(reply.text).toContain('dodaj jajka');
  });

  test('more than there is: all of it is proposed, and said', async () => {
    const { say } = await house(eggs);
    const reply = await say('zużyłam 12 jajek');
    expect(reply.text).toContain('jest tylko 10 szt');
    expect(reply.proposals[0].diff.lots[0].change.value).toBe('-10');
  });

  test('an amount that cannot be measured', async () => {
    const { say } = await house({
      product: { name: 'pesto' },
      quantity: { value: '190', unit: 'g' },
    });
    const asked = await say('zużyłem trochę pesto');
    expect(asked.proposals).toEqual([]);
    const [{ diff }] = (await say('50 g')).proposals;
    expect(diff.lots[0].change).toEqual({ value: '-50', unit: 'g' });
  });

  test('what is no food is not added', async () => {
    const { say } = await house();
    const reply = await say('dodaj papier toaletowy i 2 kg ziemniaków');
    expect(reply.text).toContain('papier toaletowy');
    expect(reply.proposals[0].diff.lots.map(({ product }: { product: string }) => product)).toEqual(
      ['ziemniaki'],
    );
  });
});

test('tells of what somebody must not eat, for it offers nothing', async () => {
  const { household, say } = await house(butter);
  await apiInProcess(household).send('POST', '/api/v2/household/people', {
    name: 'Zosia',
    allergies: [{ code: 'milk', severity: 'allergy' }],
  });
  const reply = await say('ile mam masła?');
  expect(reply.text).toContain('masło: 200 g');
  const [{ summary }] = (await say('zużyłam 50 g masła')).proposals;
  expect(summary).toContain('masło 50 g');
});

describe('money', () => {
  async function shopper() {
    const household = await database.newHousehold();
    const line = { quantity: '1', unit: 'szt' };
    await stockedReceipt(database, household, '2026-05-12', 'Lidl', [
      { ...line, name: 'Jogurt', key: 'jogurt', category: 'dairy/yogurt', net: 349 },
      { ...line, name: 'Chleb', key: 'chleb', category: 'bread/bread', net: 549 },
    ]);
    await stockedReceipt(database, household, '2026-06-03', 'Biedronka', [
      { ...line, name: 'Mleko', key: 'mleko', category: 'dairy/milk', net: 429 },
      { ...line, name: 'Kurczak', key: 'kurczak', category: 'meat/poultry', net: 1890 },
    ]);
    return await talk(household);
  }

  test.each([
    ['ile poszło na nabiał w maju 2026?', '3,49 zł'],
    ['ile wydałem na nabiał w 2026 roku?', '7,78 zł'],
    ['ile wydaliśmy w Biedronce w czerwcu 2026', '23,19 zł'],
    ['ile wydałam w Lidlu na pieczywo w maju 2026', '5,49 zł'],
    ['ile kosztowało mleko w czerwcu 2026', '4,29 zł'],
    ['ile wydałem na słodycze w maju 2026', 'brak takich pozycji'],
  ])('%s', async (message, figure) => {
    const { say } = await shopper();
    expect((await say(message)).text).toContain(figure);
  });
});

test('what was thrown away is told as it was booked', async () => {
  const { say } = await house(eggs);
  await say('wyrzuciłam 2 jajka');
  await say('tak');
  expect((await say('co wyrzuciliśmy w tym roku?')).text).toContain('jajka: 2 szt');
});

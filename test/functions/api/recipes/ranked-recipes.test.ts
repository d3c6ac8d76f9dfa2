import { describe, expect, test } from 'vitest';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { type Call, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { added, inDays, list, RECIPE, stock } from './household.ts';

const database = testDatabase();

describe('what to cook', () => {
  test('is what the pantry has and what spoils, with the lots it would use', async () => {
    const household = await database.newHousehold();
    await stock(household, 'Jajka', '10', 'szt');
    await stock(household, 'Masło', '200', 'g');
    await stock(household, 'Szczypiorek', '1', 'szt');
    const bread = await stock(household, 'Chleb', '500', 'g', inDays(1));
    const { json } = await list(household, { useExpiring: 'true', limit: '10' });
    const first = json.items[0];
    expect(first.uses.map(({ lotId }: { lotId: string }) => lotId)).toContain(bread.id);
    expect(first.expiringUsed[0]).toMatchObject({ lotId: bread.id, product: 'Chleb' });
    expect(first.missing).toEqual([]);
    const { total, parts } = first.score;
    const sum = Object.values<{ points: number }>(parts).reduce(
      (all, { points }) => all + points,
      0,
    );
    expect(sum).toBeCloseTo(total, 6);
    expect(parts.stock.why).toMatch(/^w domu jest \d+ z \d+ składników$/);
    expect(first.safety).toEqual({ verdict: 'none-found', allergens: [], exempt: [] });
  });

  test('comes page by page without a gap or a double', async () => {
    const household = await database.newHousehold();
    await stock(household, 'Ziemniaki', '2', 'kg');
    const whole = await list(household, { limit: '60', language: 'pl' });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = {
        limit: '20',
        language: 'pl',
        ...(cursor && { cursor }),
      };
      const { json } = await list(household, query);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.next;
    } while (cursor !== null && ids.length < 60);
    expect(ids).toEqual(whole.json.items.map(({ id }: { id: string }) => id));
    expect(await list(household, { cursor: 'nonsense' })).toMatchObject({ status: 400 });
  });

  test('is narrowed by words in any form, by what is missing, by time and language', async () => {
    const household = await database.newHousehold();
    const titles = async (query: Call['query']) => {
      const { json } = await list(household, { limit: '100', ...query });
      return json.items.map(({ title }: { title: string }) => title);
    };
    expect(await titles({ q: 'pierogów ruskich' })).toEqual(['Pierogi ruskie']);
    expect(await titles({ q: 'zurek' })).toEqual(['Żurek z białą kiełbasą i jajkiem']);
    expect(await titles({ q: 'Zupa z resztek' })).toEqual([]);
    await added(household);
    expect(await titles({ q: 'Zupa z resztek' })).toEqual(['Zupa z resztek']);
    expect(await titles({ maxMissing: '0', language: 'pl' })).toEqual([]);
    const quick = await list(household, { maxMinutes: '15', limit: '100' });
    expect(quick.json.items.length).toBeGreaterThan(10);
    expect(quick.json.items.every(({ minutes }: { minutes: number }) => minutes <= 15)).toBe(true);
    for (const query of [
      { maxMissing: '-1' },
      { diet: 'air' },
      { limit: '0' },
      { useExpiring: '7' },
    ]) {
      expect(await list(household, query), JSON.stringify(query)).toMatchObject({ status: 400 });
    }
  });

  test('prices what is missing by the household’s own receipts', async () => {
    const household = await database.newHousehold();
    const [upload] = await database.query<{ id: string }>(
      `insert into uploads (household_id, kind, content_type, size) values ($1, 'receipt', 'image/jpeg', 1)
       returning id`,
      [household.householdId],
    );
    const [receipt] = await database.query<{ id: string }>(
      `insert into receipts (household_id, upload_id, status, purchased_on, balance_ok, engine, variant,
         reading_text) values ($1, $2, 'done', '2026-11-01', true, 'x', 'x', '') returning id`,
      [household.householdId, upload?.id],
    );
    await database.query(
      `insert into receipt_items (household_id, receipt_id, line, name, product_key, kind, quantity, unit,
         unit_price_minor, gross_minor, net_minor, confidence)
       values ($1, $2, 1, 'ZIEMNIAKI', 'ziemniaki', 'food', 2, 'kg', 299, 598, 598, 1)`,
      [household.householdId, receipt?.id],
    );
    const { json } = await list(household, { q: 'puree ziemniaczane' });
    const potatoes = json.items[0].missing.find(
      ({ productId }: { productId: string }) => productId === 'ziemniaki',
    );
    expect(potatoes).toMatchObject({
      quantity: { value: '1000', unit: 'g' },
      price: { amount: '2.99', currency: 'PLN' },
    });
  });
});

describe('who eats', () => {
  test('decides: an allergy keeps recipes away, an intolerance marks them, a dislike lowers them', async () => {
    const household = await database.newHousehold();
    const eats = (allergies: object[], dislikes: string[] = [], diet: string | null = null) =>
      database.query(
        `insert into people (household_id, name, diet, allergies, dislikes) values ($1, 'Ola', $4, $2, $3)`,
        [household.householdId, JSON.stringify(allergies), dislikes, diet],
      );
    const before = (await list(household, { q: 'hummus', language: 'pl' })).json.items;
    expect(before.map(({ id }: { id: string }) => id)).toContain('pl-hummus');
    await eats([{ code: 'sesame', severity: 'allergy' }]);
    const after = (await list(household, { q: 'hummus', language: 'pl' })).json.items;
    expect(after).toEqual([]);
    await eats([{ code: 'milk', severity: 'intolerance' }], ['twaróg']);
    const [cake] = (await list(household, { q: 'sernik' })).json.items;
    expect(cake.safety.verdict).toBe('contains');
    expect(cake.safety.allergens[0]).toMatchObject({ code: 'milk', person: 'Ola' });
    expect(cake.score.parts.safety.points).toBe(-15);
    expect(cake.score.parts.dislikes).toMatchObject({ points: -10 });
  });

  test('a diet can be asked for as well', async () => {
    const household = await database.newHousehold();
    const { json } = await list(household, { diet: 'vegan', language: 'pl', limit: '100' });
    const ids = json.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['pl-dal', 'pl-hummus']));
    expect(ids).not.toEqual(expect.arrayContaining(['pl-sernik']));
    expect(ids).not.toEqual(expect.arrayContaining(['pl-schabowy']));
  });

  test('allergies that cannot be read are not none', async () => {
    const household = await database.newHousehold();
    await database.query(
      `insert into people (household_id, name, allergies) values ($1, 'Ola', '[{"code": "moon"}]')`,
      [household.householdId],
    );
    expect((await list(household)).status).toBe(500);
  });
});

describe('cooking', () => {
  const cook = (household: HouseholdContext, recipeId: string, body: object = {}) =>
    call(handler, {
      method: 'POST',
      resource: `${RECIPE}/cook`,
      params: { recipeId },
      household,
      body,
    });

  test('takes what the recipe needs from what spoils first, and says what was not there', async () => {
    const household = await database.newHousehold();
    const late = await stock(household, 'Ziemniaki', '5', 'kg', inDays(30));
    const soon = await stock(household, 'Ziemniaki', '600', 'g', inDays(2));
    await stock(household, 'Mąka pszenna', '1', 'kg');
    const { status, json, text } = await cook(household, 'pl-kopytka', { servings: 4 });
    expect(status, text).toBe(200);
    expect(json).toMatchObject({ recipeId: 'pl-kopytka', servings: 4 });
    expect(json.missing.map(({ item }: { item: string }) => item)).toEqual(
      ['jajka', 'sól'].map(() => expect.any(String)),
    );
    const lots = await database.query<{ id: string; quantity: string }>(
      'select id, quantity::float8::text as quantity from lots where household_id = $1',
      [household.householdId],
    );
    const left = new Map(lots.map(({ id, quantity }) => [id, quantity]));
    expect(left.get(soon.id)).toBe('0');
    expect(left.get(late.id)).toBe('4.6');
    const undo = await call(pantry, {
      method: 'POST',
      resource: '/api/v2/pantry/bookings/{bookingId}/undo',
      params: { bookingId: json.bookingIds[0] },
      household,
    });
    expect(undo.status, undo.text).toBe(200);
    const again = await list(household, { q: 'kopytka' });
    expect(again.json.items[0].score.parts.recent.points).toBe(-12);
  });

  test('takes nothing past its use-by date, and says what is past its best-before date', async () => {
    const household = await database.newHousehold();
    const eggs = await stock(household, 'Jajka', '10', 'szt', inDays(-3), 'use-by');
    expect(await cook(household, 'pl-kopytka')).toMatchObject({
      status: 409,
      json: { code: 'past-use-by' },
    });
    await stock(household, 'Ziemniaki', '5', 'kg');
    const flour = await stock(household, 'Mąka pszenna', '1', 'kg', inDays(-1), 'best-before');
    const { json } = await cook(household, 'pl-kopytka', { servings: 4 });
    expect(json.pastBestBefore).toEqual([
      { lotId: flour.id, product: 'Mąka pszenna', expiresOn: inDays(-1) },
    ]);
    expect(json.missing).toMatchObject([{ pastUseBy: true }, { pastUseBy: false }]);
    const [left] = await database.query<{ quantity: string }>(
      'select quantity::text from lots where id = $1',
      [eggs.id],
    );
    expect(Number(left?.quantity)).toBe(10);
  });

  test('from an empty pantry is refused, and for nobody knows how many too', async () => {
    const household = await database.newHousehold();
    expect(await cook(household, 'pl-kopytka')).toMatchObject({
      status: 409,
      json: { code: 'nothing-in-stock' },
    });
    expect(await cook(household, 'pl-kopytka', { servings: 0 })).toMatchObject({ status: 400 });
    expect(await cook(household, 'pl-nothing-here')).toMatchObject({ status: 404 });
  });
});

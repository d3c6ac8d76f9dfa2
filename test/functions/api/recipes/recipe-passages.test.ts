import { expect, test } from 'vitest';
import { handler } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { added, RECIPE } from './household.ts';

const database = testDatabase();

/** The passages that a household may search, by the titles of their documents. */
const passages = (household: HouseholdContext) =>
  withHousehold(household, async (client) => {
    const { rows } = await client.query(
      `select d.title, c.text, c.headings, c.language from document_chunks c
       join documents d on d.id = c.document_id order by d.id, c.ordinal`,
    );
    return rows;
  });
const sent = async ({ householdId }: HouseholdContext) =>
  (
    await database.query(
      `select o.topic, o.payload ->> 'documentId' as id from outbox o
       where household_id = $1 and topic like 'document.%' order by position`,
      [householdId],
    )
  ).map(({ topic, id }) => [topic, id]);
const documentId = async ({ householdId }: HouseholdContext) =>
  (await database.query('select id from documents where household_id = $1', [householdId]))[0]?.id;

test('an own recipe is searchable as it is written, and as it is changed', async () => {
  const household = await database.newHousehold();
  const { json, headers } = await added(household);
  const id = await documentId(household);
  expect(await passages(household)).toEqual([
    {
      title: 'Zupa z resztek',
      headings: ['Zupa z resztek', 'Składniki'],
      language: 'pl',
      text: 'Zupa z resztek\n\nSkładniki\n\n500 g ziemniaków\n2 marchewki\n1 łyżka masła\nsól do smaku\n\nPrzygotowanie\n\nPokrój ziemniaki i marchewki.\n\nGotuj z masłem 20 minut, posól.',
    },
  ]);
  const changed = await call(handler, {
    method: 'PATCH',
    resource: RECIPE,
    params: { recipeId: json.id },
    household,
    headers: { 'If-Match': headers.etag ?? '' },
    body: { title: 'Zupa babci', steps: ['Gotuj długo.'] },
  });
  expect(changed.status).toBe(200);
  const [passage] = await passages(household);
  expect(passage).toMatchObject({ title: 'Zupa babci' });
  expect(passage?.text).toMatch(/^Zupa babci.*Gotuj długo\.$/s);
  expect(await sent(household)).toEqual([
    ['document.indexed', id],
    ['document.indexed', id],
  ]);
});

test('a deleted recipe leaves no passage, and the index hears of it', async () => {
  const household = await database.newHousehold();
  const { json } = await added(household);
  const id = await documentId(household);
  const params = { recipeId: json.id };
  const removed = await call(handler, { method: 'DELETE', resource: RECIPE, params, household });
  expect(removed.status).toBe(204);
  expect(await passages(household)).toEqual([]);
  expect((await sent(household)).at(-1)).toEqual(['document.deleted', id]);
});

test('of a recipe that is refused nothing is searchable, and another household’s is not either', async () => {
  const household = await database.newHousehold();
  await added(household);
  const other = await database.newHousehold();
  const long = {
    steps: ['x'.repeat(3_000)],
    ingredients: Array.from({ length: 900 }, () => 'sól'),
  };
  const refused = await call(handler, {
    method: 'POST',
    resource: '/api/v2/recipes',
    household: other,
    body: { title: 'x', ...long },
  });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await passages(other)).toEqual([]);
});

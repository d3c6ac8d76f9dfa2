import { expect, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { NewPerson } from '#shared/households/person.ts';
import { addPerson, allPeople, changePerson, readPerson } from '#shared/households/person-store.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const person = (fields: object) => NewPerson.parse(fields);

test('everybody of the household is there in the order they were added, and nobody else', async () => {
  const household = await database.newHousehold();
  await addPerson(await database.newHousehold(), person({ name: 'Stranger' }));
  const allergies = [{ code: 'nuts', severity: 'allergy' }];
  await addPerson(
    household,
    person({ name: 'Zofia', diet: 'vegan', allergies, dislikes: ['koper'] }),
  );
  await addPerson(household, person({ name: 'Adam' }));
  const people = await withHousehold(household, allPeople);
  expect(people).toMatchObject([
    { name: 'Zofia', diet: 'vegan', allergies, dislikes: ['koper'] },
    { name: 'Adam', diet: null, allergies: [], dislikes: [] },
  ]);
});

test('allergies that cannot be read are a failure, not none', async () => {
  const household = await database.newHousehold();
  const { person: ola } = await addPerson(household, person({ name: 'Ola' }));
  await database.query(`update people set allergies = '[{"code": "kiwi"}]' where id = $1`, [
    ola.id,
  ]);
  await expect(withHousehold(household, allPeople)).rejects.toThrow();
  await expect(readPerson(household, ola.id)).rejects.toThrow();
});

test('a change waits for one that came before it, and is then told that the version is another', async () => {
  const household = await database.newHousehold();
  const { person: ola } = await addPerson(household, person({ name: 'Ola' }));
  const request = { household: household, headers: { 'if-match': '"1"' } };
  await database.query('begin');
  await database.query('update people set version = 2 where id = $1', [ola.id]);
  const change = changePerson(request, ola.id, { allergies: [] });
  const refused = expect(change).rejects.toMatchObject({ code: 'version-mismatch' });
  const waiting = () => database.query('select 1 from pg_locks where not granted');
  while ((await waiting()).length === 0) await new Promise((next) => setTimeout(next, 10));
  await database.query('commit');
  await refused;
});

import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { type NewPerson, Person, type PersonChange } from './person.ts';
import { missingIn, type ProfileAdditions, withAdditions } from './profile-additions.ts';

export interface StoredPerson {
  readonly person: Person;
  readonly version: number;
}

interface Row extends Record<string, unknown> {
  readonly version: number;
}

const COLUMNS = 'id, name, diet, allergies, dislikes, version';

/** Validated on reading too: unreadable allergies must not look like no allergies. */
function toStoredPerson({ version, ...person }: Row): StoredPerson {
  return { person: Person.parse(person), version };
}

/** @throws UserError 409 when the household has as many people, or allergies and dislikes, as it may */
export async function addPerson(
  household: HouseholdContext,
  person: NewPerson,
): Promise<StoredPerson> {
  return await withHousehold(household, async (client) => {
    const { name, diet, allergies, dislikes } = person;
    const { rows } = await client.query<Row>(
      `insert into people (household_id, name, diet, allergies, dislikes)
       values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
      [household.householdId, name, diet, JSON.stringify(allergies), dislikes],
    );
    await requireWithinLimit(client, 'people');
    await requireWithinLimit(client, 'terms');
    return firstPerson(rows);
  });
}

/** The people of the household in the order they were added. */
export async function listPeople(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<Person>> {
  const after = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from people where $2::uuid is null or id > $2 order by id limit $1`,
      [limit + 1, after ?? null],
    );
    return toPage(
      rows,
      limit,
      (row) => toStoredPerson(row).person,
      ({ id }) => id,
    );
  });
}

/** All people of the household, in the caller's transaction: a meal must be safe for each of them. */
export async function allPeople(client: ClientBase): Promise<Person[]> {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from people order by id`);
  return rows.map((row) => toStoredPerson(row).person);
}

export async function readPerson(household: HouseholdContext, id: string): Promise<StoredPerson> {
  return await withHousehold(household, (client) => select(client, id));
}

/** Changes the given fields. @throws UserError 404, 409 for more terms than a household may have, 412, 428 */
export async function changePerson(
  request: ConditionalChange,
  id: string,
  change: PersonChange,
): Promise<StoredPerson> {
  return await withHousehold(request.household, async (client) => {
    const { person, version } = await select(client, id, 'for update');
    requireMatch(request, version);
    const { name, diet, allergies, dislikes } = { ...person, ...change };
    const { rows } = await client.query<Row>(
      `update people set name = $2, diet = $3, allergies = $4, dislikes = $5, version = version + 1
       where id = $1 returning ${COLUMNS}`,
      [id, name, diet, JSON.stringify(allergies), dislikes],
    );
    await requireWithinLimit(client, 'terms');
    return firstPerson(rows);
  });
}

/** Changes a profile in the caller's transaction; what changes nothing is no new version. @throws UserError 404, 409 */
export async function addToProfile(
  client: ClientBase,
  id: string,
  adds: ProfileAdditions,
): Promise<void> {
  const { person } = await select(client, id, 'for update');
  if (missingIn(person, adds) === null) return;
  const { diet, allergies, dislikes } = withAdditions(person, adds);
  await client.query(
    `update people set diet = $2, allergies = $3, dislikes = $4, version = version + 1 where id = $1`,
    [id, diet, JSON.stringify(allergies), dislikes],
  );
  await requireWithinLimit(client, 'terms');
}

export async function removePerson(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, async (client) => {
    const { rows } = await client.query<Row>(
      `delete from people where id = $1 returning ${COLUMNS}`,
      [id],
    );
    firstPerson(rows);
  });
}

async function select(client: ClientBase, id: string, lock: 'for update' | '' = '') {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from people where id = $1 ${lock}`, [
    id,
  ]);
  return firstPerson(rows);
}

function firstPerson(rows: readonly Row[]): StoredPerson {
  const row = rows[0];
  if (row !== undefined) return toStoredPerson(row);
  throw notFound({ pl: 'Nie ma takiej osoby.', en: 'There is no such person.' });
}

import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { AfterId, type Page, type PageQuery, page, readCursor } from '#shared/paging/page.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import { type NewPerson, Person, type PersonChange } from './person.ts';

export interface StoredPerson {
  readonly person: Person;
  readonly version: number;
}

interface Row extends Record<string, unknown> {
  readonly version: number;
}

const COLUMNS = 'id, name, diet, allergies, dislikes, version';

/** Checked on the way out too: allergies that cannot be read must not look like none. */
function show({ version, ...person }: Row): StoredPerson {
  return { person: Person.parse(person), version };
}

export async function addPerson(who: HouseholdContext, person: NewPerson): Promise<StoredPerson> {
  return await withHousehold(who, async (client) => {
    const { name, diet, allergies, dislikes } = person;
    const { rows } = await client.query<Row>(
      `insert into people (household_id, name, diet, allergies, dislikes)
       values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
      [who.householdId, name, diet, JSON.stringify(allergies), dislikes],
    );
    return found(rows);
  });
}

/** The people of the household in the order they were added. */
export async function pageOfPeople(
  who: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<Person>> {
  const after = readCursor(AfterId, cursor);
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from people where $2::uuid is null or id > $2 order by id limit $1`,
      [limit + 1, after ?? null],
    );
    return page(
      rows,
      limit,
      (row) => show(row).person,
      ({ id }) => id,
    );
  });
}

/** Everybody of the household, in the caller's transaction: whom a meal must not harm. */
export async function allPeople(client: ClientBase): Promise<Person[]> {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from people order by id`);
  return rows.map((row) => show(row).person);
}

export async function readPerson(who: HouseholdContext, id: string): Promise<StoredPerson> {
  return await withHousehold(who, (client) => select(client, id));
}

/** Changes what is named. @throws UserError 404, 412, 428 */
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
    return found(rows);
  });
}

export async function removePerson(who: HouseholdContext, id: string): Promise<void> {
  await withHousehold(who, async (client) => {
    const { rows } = await client.query<Row>(
      `delete from people where id = $1 returning ${COLUMNS}`,
      [id],
    );
    found(rows);
  });
}

async function select(client: ClientBase, id: string, lock: 'for update' | '' = '') {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from people where id = $1 ${lock}`, [
    id,
  ]);
  return found(rows);
}

function found(rows: readonly Row[]): StoredPerson {
  const row = rows[0];
  if (row !== undefined) return show(row);
  throw notFound({ pl: 'Nie ma takiej osoby.', en: 'There is no such person.' });
}

import { expect, test } from 'vitest';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { handler, MAKE, things } from './things.ts';

const database = testDatabase();

test('answers a repeated Idempotency-Key with the stored reply and does nothing twice', async () => {
  const household = await database.newHousehold();
  const headers = { 'Idempotency-Key': 'key-1' };
  things.made = 0;
  const first = await call(handler, { ...MAKE, household, headers });
  const again = await call(handler, { ...MAKE, household, headers });
  expect(things.made).toBe(1);
  expect(again).toMatchObject({ status: 201, json: first.json });
  expect(again.headers).toMatchObject({ location: '/things/1', 'idempotency-replayed': 'true' });

  const other = await call(handler, { ...MAKE, household, headers, body: { name: 'b', size: 1 } });
  expect(other).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  const stranger = await database.newHousehold();
  expect(await call(handler, { ...MAKE, household: stranger, headers })).toMatchObject({
    status: 201,
  });
  expect(things.made).toBe(2);
});

test('a form sent again with another boundary is the same request', async () => {
  const household = await database.newHousehold();
  const send = (boundary: string, file: string) =>
    call(handler, {
      method: 'POST',
      resource: '/things/form',
      household,
      headers: {
        'Idempotency-Key': 'form',
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
      },
      body: `--${boundary}\r\n\r\n${file}\r\n--${boundary}--`,
    });
  expect((await send('one', 'photo')).status).toBe(202);
  const again = await send('another', 'photo');
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect((await send('third', 'other photo')).status).toBe(422);
});

test('of ten requests with one key at once one runs, and the others are told so', async () => {
  const household = await database.newHousehold();
  const headers = { 'Idempotency-Key': 'at-once', 'X-Wait': 'yes' };
  things.made = 0;
  things.gate = Promise.withResolvers();
  let refused = 0;
  const statuses = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { status } = await call(handler, { ...MAKE, household, headers });
      if (status === 409) refused += 1;
      if (refused === 9) things.gate.resolve(); // the one that runs may now end
      return status;
    }),
  );
  expect(things.made).toBe(1);
  expect(statuses.sort()).toEqual([201, ...Array(9).fill(409)]);
});

test('a key whose request failed may be tried again', async () => {
  const household = await database.newHousehold();
  const headers = { 'Idempotency-Key': 'fails-first' };
  const fails = { ...MAKE, household, headers, body: { name: 'fails', size: 1 } };
  expect(await call(handler, fails)).toMatchObject({ status: 409, json: { code: 'taken' } });
  expect(await call(handler, fails)).toMatchObject({ status: 409, json: { code: 'taken' } });
  expect(
    await database.query('select 1 from idempotency_keys where key = $1', ['fails-first']),
  ).toEqual([]);
});

test('a key whose holder crashed is free again after its lease', async () => {
  const household = await database.newHousehold();
  const headers = { 'Idempotency-Key': 'crashed' };
  await call(handler, { ...MAKE, household, headers });
  const asIfCrashed = `update idempotency_keys set status = null, body = null,
    claimed_until = now() + $2::interval where key = $1`;
  await database.query(asIfCrashed, ['crashed', '30 seconds']);
  expect((await call(handler, { ...MAKE, household, headers })).status).toBe(409);
  await database.query(asIfCrashed, ['crashed', '-1 seconds']);
  expect((await call(handler, { ...MAKE, household, headers })).status).toBe(201);
});

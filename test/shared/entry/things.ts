import * as z from 'zod/mini';
import { bytesOfFile, content, noBody, rawBody } from '#shared/entry/content.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { events, reply } from '#shared/entry/reply.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';

const Thing = z.object({ name: z.string().check(z.minLength(1)), size: z.int() });
const routes = defineRoutes('things', {
  openThing: {
    method: 'GET',
    path: '/open',
    scope: 'open',
    summary: 'Open.',
    replies: { 200: z.object({ ok: z.boolean() }) },
  },
  readThing: {
    method: 'GET',
    path: '/things/{thingId}',
    scope: 'read',
    summary: 'Reads.',
    query: z.strictObject({ limit: z._default(wholeNumber(0, 100), 10) }),
    replies: { 200: z.object({ id: z.string(), limit: z.number() }) },
  },
  makeThing: {
    method: 'POST',
    path: '/things',
    scope: 'write',
    summary: 'Makes.',
    body: Thing,
    replies: { 201: Thing, 204: noBody },
  },
  watchThing: {
    method: 'GET',
    path: '/things/{thingId}/progress',
    scope: 'read',
    summary: 'Watches.',
    replies: { 200: content('text/event-stream') },
  },
  sendThing: {
    method: 'POST',
    path: '/things/form',
    scope: 'write',
    summary: 'Sends.',
    body: rawBody({ '*/*': bytesOfFile }),
    replies: { 202: z.object({ size: z.number() }) },
  },
  failThing: {
    method: 'DELETE',
    path: '/things/{thingId}',
    scope: 'admin',
    summary: 'Fails.',
    replies: { 204: noBody },
  },
});

/** What the endpoint did, and what it waits for when it is asked to (`X-Wait`). */
export const things = { made: 0, gate: Promise.withResolvers<void>() };
/** An endpoint with a route of each kind, for the tests of the stack. */
export const handler = endpoint(routes, {
  openThing: async () => reply(200, { ok: true }),
  readThing: async ({ params, query }) => reply(200, { id: params.thingId, limit: query.limit }),
  makeThing: async ({ body, headers }) => {
    if (headers['x-wait'] !== undefined) await things.gate.promise;
    if (body.name === 'fails') {
      throw new UserError('conflict', 'taken', { pl: 'Zajęte.', en: 'Taken.' });
    }
    things.made += 1;
    return reply(201, body, { location: '/things/1' });
  },
  watchThing: async ({ params, wants }) => {
    async function* progress() {
      yield { event: 'progress', data: { id: params.thingId, sse: wants('text/event-stream') } };
      throw new Error('secret detail');
    }
    return events(progress());
  },
  sendThing: async ({ bytes }) => reply(202, { size: bytes.length }),
  failThing: async () => {
    throw new Error('secret detail');
  },
});

export const ID = '01890000-0000-7000-8000-000000000001';
export const MAKE = { method: 'POST', resource: '/things', body: { name: 'jar', size: 3 } };

import * as z from 'zod/mini';
import { endpoint } from '#shared/entry/endpoint.ts';
import { etag } from '#shared/entry/etag.ts';
import { page, readCursor } from '#shared/entry/page.ts';
import { reply } from '#shared/entry/reply.ts';
import {
  addDeviceKey,
  listDeviceKeys,
  removeDeviceKey,
} from '#shared/households/device-key-store.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import * as people from '#shared/households/person-store.ts';

const AfterId = z.uuid();
const same = <T>(item: T) => item;
const idOf = (item: { readonly id: string }) => item.id;

export const handler = endpoint(householdRoutes, {
  listPeople: async ({ household, query: { limit, cursor } }) => {
    const rows = await people.listPeople(household, limit + 1, readCursor(AfterId, cursor));
    return reply(200, page(rows, limit, same, idOf));
  },
  addPerson: async ({ household, body }) => {
    const { person, version } = await people.addPerson(household, body);
    const location = `/api/v2/household/people/${person.id}`;
    return reply(201, person, { etag: etag(version), location });
  },
  readPerson: async ({ household, params }) => {
    const { person, version } = await people.readPerson(household, params.personId);
    return reply(200, person, { etag: etag(version) });
  },
  changePerson: async (request) => {
    const { personId } = request.params;
    const { person, version } = await people.changePerson(request, personId, request.body);
    return reply(200, person, { etag: etag(version) });
  },
  removePerson: async ({ household, params }) => {
    await people.removePerson(household, params.personId);
    return reply(204);
  },
  listDeviceKeys: async ({ household, query: { limit, cursor } }) => {
    const rows = await listDeviceKeys(household, limit + 1, readCursor(AfterId, cursor));
    return reply(200, page(rows, limit, same, idOf));
  },
  addDeviceKey: async ({ household, body }) => reply(201, await addDeviceKey(household, body)),
  removeDeviceKey: async ({ household, params }) => {
    await removeDeviceKey(household, params.deviceKeyId);
    return reply(204);
  },
});

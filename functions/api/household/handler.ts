import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import * as deviceKeys from '#shared/households/device-key-store.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import * as people from '#shared/households/person-store.ts';
import { etag } from '#shared/versions/if-match.ts';

export const handler = endpoint(householdRoutes, {
  listPeople: async ({ household, query }) => reply(200, await people.listPeople(household, query)),
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
  listDeviceKeys: async ({ household, query }) =>
    reply(200, await deviceKeys.listDeviceKeys(household, query)),
  addDeviceKey: async ({ household, body }) =>
    reply(201, await deviceKeys.addDeviceKey(household, body)),
  removeDeviceKey: async ({ household, params }) => {
    await deviceKeys.removeDeviceKey(household, params.deviceKeyId);
    return reply(204);
  },
});

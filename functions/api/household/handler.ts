import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import * as deviceKeys from '#shared/households/device-key-store.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import * as people from '#shared/households/person-store.ts';
import { withWarnings } from '#shared/safety/term-warnings.ts';
import { etag } from '#shared/versions/if-match.ts';

export const handler = endpoint(householdRoutes, {
  listPeople: async ({ household, query, locale }) => {
    const { items, next } = await people.listPeople(household, query);
    return reply(200, { items: items.map((person) => withWarnings(person, locale)), next });
  },
  addPerson: async ({ household, body, locale }) => {
    const { person, version } = await people.addPerson(household, body);
    const location = `/api/v2/household/people/${person.id}`;
    return reply(201, withWarnings(person, locale), { etag: etag(version), location });
  },
  readPerson: async ({ household, params, locale }) => {
    const { person, version } = await people.readPerson(household, params.personId);
    return reply(200, withWarnings(person, locale), { etag: etag(version) });
  },
  changePerson: async (request) => {
    const { params, body, locale } = request;
    const { person, version } = await people.changePerson(request, params.personId, body);
    return reply(200, withWarnings(person, locale), { etag: etag(version) });
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

import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { CreatedDeviceKey, DeviceKey, NewDeviceKey } from './device-key.ts';
import { NewPerson, PersonChange, PersonView } from './person.ts';

export const householdRoutes = defineRoutes('household', {
  listPeople: {
    method: 'GET',
    path: '/api/v2/household/people',
    scope: 'read',
    summary:
      'Who eats here, with their diets and allergies; `warnings` names terms not understood.',
    query: PageQuery,
    replies: { 200: pageSchema(PersonView) },
  },
  addPerson: {
    method: 'POST',
    path: '/api/v2/household/people',
    scope: 'write',
    summary: 'Adds a person; `warnings` names terms not understood.',
    body: NewPerson,
    headers: { 201: ['etag', 'location'] },
    problems: { 409: ['too-many-people', 'too-many-terms'] },
    replies: { 201: PersonView },
  },
  readPerson: {
    method: 'GET',
    path: '/api/v2/household/people/{personId}',
    scope: 'read',
    summary: 'One person.',
    headers: { 200: ['etag'] },
    replies: { 200: PersonView },
  },
  changePerson: {
    method: 'PATCH',
    path: '/api/v2/household/people/{personId}',
    scope: 'write',
    summary:
      'Changes what is named; needs If-Match with the ETag of the person. `warnings` names terms not understood.',
    body: PersonChange,
    headers: { 200: ['etag'] },
    problems: { 409: ['too-many-terms'] },
    replies: { 200: PersonView },
  },
  removePerson: {
    method: 'DELETE',
    path: '/api/v2/household/people/{personId}',
    scope: 'write',
    summary: 'Removes a person.',
    replies: { 204: noBody },
  },
  listDeviceKeys: {
    method: 'GET',
    path: '/api/v2/household/device-keys',
    scope: 'read',
    summary: 'The device keys of the household, without the keys themselves.',
    query: PageQuery,
    replies: { 200: pageSchema(DeviceKey) },
  },
  addDeviceKey: {
    method: 'POST',
    path: '/api/v2/household/device-keys',
    scope: 'write',
    // A stolen device must not be able to outlive the removal of its key.
    signedIn: true,
    summary: 'Makes a key for a device. This reply is the only one that shows it.',
    body: NewDeviceKey,
    secret: true,
    problems: { 403: ['scope-not-yours'], 409: ['too-many-device-keys'] },
    replies: { 201: CreatedDeviceKey },
  },
  removeDeviceKey: {
    method: 'DELETE',
    path: '/api/v2/household/device-keys/{deviceKeyId}',
    scope: 'write',
    summary: 'Takes a key back at once.',
    replies: { 204: noBody },
  },
});

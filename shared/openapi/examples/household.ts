import type { householdRoutes } from '#shared/households/household-routes.ts';
import type { profileRoutes } from '#shared/profiles/profile-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const OLA = {
  name: 'Ola',
  diet: 'vegetarian',
  allergies: [{ code: 'nuts', severity: 'allergy' }],
  dislikes: ['rodzynki'],
};
const PERSON = { id: ID.person, ...OLA, warnings: [] };
const DEVICE_KEY = {
  id: ID.key,
  name: 'Home Assistant',
  scopes: ['read'],
  createdAt: BOUGHT_AT,
  lastUsedAt: null,
};
const PROFILE = {
  householdId: ID.household,
  userId: ID.user,
  role: 'owner',
  scopes: ['read', 'write', 'admin'],
  locale: 'pl',
  zone: 'Europe/Warsaw',
  units: 'metric',
  defaultLocation: { name: 'Poznań', latitude: 52.41, longitude: 16.93 },
};

export const householdExamples: ExamplesOf<typeof householdRoutes & typeof profileRoutes> = {
  readProfile: { reply: PROFILE },
  changeProfile: { body: { locale: 'pl', zone: 'Europe/Warsaw' }, reply: PROFILE },
  listPeople: { reply: { items: [PERSON], next: null } },
  addPerson: { body: OLA, reply: PERSON },
  readPerson: { reply: PERSON },
  changePerson: { body: { diet: 'vegetarian' }, reply: PERSON },
  removePerson: {},
  listDeviceKeys: { reply: { items: [DEVICE_KEY], next: null } },
  addDeviceKey: {
    body: { name: 'Home Assistant', scopes: ['read'] },
    reply: { ...DEVICE_KEY, key: 'fsk_<43 letters>' },
  },
  removeDeviceKey: {},
};

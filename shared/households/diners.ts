import * as z from 'zod/mini';
import { type Message, UserError } from '#shared/errors/user-error.ts';
import { checkLimit, HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { Allergy, Diet, type Person, ShortText } from './person.ts';

export const MAX_GUESTS = 20;

/** Somebody who eats along and is not of the household: only what they must avoid is known. */
export const Guest = z.strictObject({
  name: z._default(z.nullable(ShortText), null),
  diet: z._default(z.nullable(Diet), null),
  allergies: z._default(z.array(Allergy).check(z.maxLength(50)), () => []),
});
export type Guest = z.infer<typeof Guest>;

const PersonIds = z.array(z.uuid()).check(z.maxLength(HOUSEHOLD_LIMITS.people.most));
const Guests = z.array(Guest).check(z.maxLength(MAX_GUESTS));

/** Who eats a meal; without `people` everybody of the household does. */
export const WhoEats = z.strictObject({
  people: z.optional(PersonIds),
  guests: z.optional(Guests),
});
export type WhoEats = z.infer<typeof WhoEats>;

/** The same in an address: `people=<id>,<id>` (or repeated), `guests=[{"allergies": […]}]`. */
export const WhoEatsQuery = z.strictObject({
  people: z.optional(
    z
      .pipe(z.transform(splitIds), PersonIds)
      .check(z.describe('Who of the household eats; everybody when left out.')),
  ),
  guests: z.optional(
    z
      .pipe(z.transform(parsedJson), Guests)
      .check(z.describe('Who eats along and is not of the household.')),
  ),
});

function splitIds(given: unknown): string[] {
  return [given].flat().flatMap((ids) =>
    String(ids)
      .split(',')
      .filter((id) => id !== ''),
  );
}

/** What is no JSON is no array either, and refused as that. */
function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * The people and guests who eat, each with what they must avoid. Guests without a name are
 * counted in the caller's language.
 * @throws UserError 404 `unknown-person`, 422 `nobody-eats`, `too-many-terms` of guests
 */
export function dinersOf(
  everybody: readonly Person[],
  who: WhoEats,
  locale: keyof Message,
): Person[] {
  const allergies = who.guests?.flatMap((guest) => guest.allergies) ?? [];
  checkLimit('guestTerms', allergies.filter((one) => 'term' in one).length);
  return chosenDiners(everybody, who, locale);
}

function chosenDiners(
  everybody: readonly Person[],
  { people, guests = [] }: WhoEats,
  locale: keyof Message,
): Person[] {
  const known = new Map(everybody.map((person) => [person.id, person]));
  const ids = people?.map((id) => id.toLowerCase());
  const unknown = (ids ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) throw unknownPeople(unknown);
  if (ids?.length === 0 && guests.length === 0) throw nobodyEats();
  const chosen = ids === undefined ? everybody : everybody.filter(({ id }) => ids.includes(id));
  return [...chosen, ...guests.map((guest, index) => named(guest, index, guests.length, locale))];
}

/** As it is kept with a session or a proposal; null for everybody. */
export const RememberedWho = z.nullable(
  z.object({ people: z.nullable(PersonIds), guests: Guests }),
);
export type RememberedWho = z.infer<typeof RememberedWho>;

/**
 * The same for what was remembered of an earlier moment: people who are gone since are left out, and
 * when nobody is left, everybody eats.
 */
export function rememberedDiners(
  everybody: readonly Person[],
  remembered: RememberedWho,
  locale: keyof Message,
): Person[] {
  const { people = null, guests = [] } = remembered ?? {};
  const left = people?.filter((id) => everybody.some((person) => person.id === id.toLowerCase()));
  const allGone = left?.length === 0 && people?.length !== 0;
  return chosenDiners(everybody, { people: allGone ? undefined : left, guests }, locale);
}

const GUEST_ID = 'guest-';
const GUEST: Message = { pl: 'gość', en: 'guest' };

function named(guest: Guest, index: number, count: number, locale: keyof Message): Person {
  const number = count === 1 ? '' : ` ${index + 1}`;
  const { allergies, diet } = guest;
  const name = guest.name ?? `${GUEST[locale]}${number}`;
  return { id: `${GUEST_ID}${index + 1}`, name, diet, allergies, dislikes: [] };
}

/** Whether somebody who eats is none of the household. */
export function isGuest({ id }: Pick<Person, 'id'>): boolean {
  return id.startsWith(GUEST_ID);
}

function unknownPeople(ids: readonly string[]): UserError {
  const list = ids.slice(0, 5).join(', ');
  return new UserError('not-found', 'unknown-person', {
    pl: `Nie ma takiej osoby w domu: ${list}.`,
    en: `There is no such person in the household: ${list}.`,
  });
}

function nobodyEats(): UserError {
  return new UserError('unprocessable', 'nobody-eats', {
    pl: 'Nie wskazano nikogo, kto będzie jadł. Pomiń „people”, jeśli jedzą wszyscy.',
    en: 'Nobody who eats is named. Leave “people” out when everybody does.',
  });
}

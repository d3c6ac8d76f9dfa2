import type { Notice } from '#shared/notices/notice.ts';
import type { ProfilePayload } from '#shared/proposals/schemas/profile.ts';
import type { HeldRestrictions } from '#shared/restrictions/held-restrictions.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { ForbiddenFood } from './session-gate.ts';

/** What is kept from now on and what no longer is, and how to make it last. */
export function changeNotices(
  { added, lifted }: HeldRestrictions,
  unknown: readonly NamedFood[],
  profiles: readonly ProfilePayload[],
): Notice[] {
  const ofPeople = added.some(({ reason }) => reason !== 'without');
  return [
    ...(added.length > 0 ? [{ about: 'held' as const, restrictions: [...added] }] : []),
    ...(unknown.length > 0 ? [{ about: 'unknown-food' as const, foods: [...unknown] }] : []),
    ...(profiles.length > 0 || ofPeople
      ? [
          {
            about: 'remembered' as const,
            profiles: profiles.map(({ name, adds }) => ({ name, adds })),
          },
        ]
      : []),
    ...(lifted.length > 0 ? [{ about: 'lifted' as const, restrictions: [...lifted] }] : []),
  ];
}

/** Foods that somebody has and that somebody, perhaps another, does not eat. */
export function notUsed(foods: readonly ForbiddenFood[]): Notice {
  return {
    about: 'not-used',
    foods: foods.map(({ food: { name }, refusals }) => {
      return { name, people: [...new Set(refusals.map(({ person }) => person))] };
    }),
  };
}

import type { Notice } from '#shared/notices/notice.ts';
import type { Turn } from './chef-turn.ts';

const MAX_NAMED = 3;

/** What was asked for by name and is not for everybody who eats, and lots that are left alone. */
export function refusedNotices({ refused, recipes, namesFood }: Turn): Notice[] {
  const dishes = refused.recipes
    .slice(0, MAX_NAMED)
    .map(({ title, person, allergens, evidence }) => {
      return { title, person, allergens, evidence };
    });
  const lots = recipes.flatMap(({ avoided }) =>
    avoided.map(({ name, person, allergens, evidence }) => ({ name, person, allergens, evidence })),
  );
  return [
    ...(namesFood && dishes.length > 0
      ? [{ about: 'not-offered' as const, dishes, more: refused.count - dishes.length }]
      : []),
    ...(lots.length > 0 ? [{ about: 'left-in-pantry' as const, lots }] : []),
  ];
}

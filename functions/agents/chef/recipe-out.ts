import type { NoticeAbout } from '#shared/notices/notice.ts';
import type { Judgement } from '#shared/recipes/rank/judge.ts';

const MAX_REASONS = 5;

/** That a recipe is refused, for whom and why. */
export function recipeOut(
  title: string,
  allergens: Judgement['allergens'],
): NoticeAbout<'recipe-out'> {
  const against = allergens.filter(({ level }) => level !== 'unknown').slice(0, MAX_REASONS);
  return {
    about: 'recipe-out',
    title,
    against: against.map(({ person, code, evidence }) => ({ person, code, evidence })),
  };
}

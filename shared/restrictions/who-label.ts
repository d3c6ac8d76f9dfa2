import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Who } from '#shared/statements/statement.ts';

const LABELS: Readonly<Record<Language, Readonly<Record<Exclude<Who['role'], 'named'>, string>>>> =
  {
    pl: { speaker: 'Ty', everybody: 'wszyscy', somebody: 'ktoś', guest: 'gość' },
    en: { speaker: 'you', everybody: 'everybody', somebody: 'somebody', guest: 'the guest' },
  };

/** Who somebody is, as it stands in brackets: `Ola`, `syn`, `gość`. */
export function whoLabel({ role, name }: Who, language: Language): string {
  return role === 'named' ? name : LABELS[language][role];
}

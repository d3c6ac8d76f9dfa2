import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import groups from './data/food-groups.json' with { type: 'json' };

/** Categories of the tree, or whole parts of it, by what people call them. */
const NAMED = Object.entries(groups).map(([key, names]) => ({
  key,
  names: names.map(foldedWords),
}));

/** Whether a category is of the kind somebody names: `nabiał`, `owoce`, `sweets`. */
export function isInGroup(category: string | null, said: string): boolean {
  if (category === null) return false;
  return groupsNamed(said).some((key) => key === category || category.startsWith(`${key}/`));
}

/** Whether it is the name of a kind of goods. */
export function isGroupName(said: string): boolean {
  return groupsNamed(said).length > 0;
}

function groupsNamed(said: string): string[] {
  const asked = foldedWords(said);
  return NAMED.filter(({ names }) => names.some((name) => isSame(name, asked))).map(
    ({ key }) => key,
  );
}

function isSame(name: readonly string[], asked: readonly string[]): boolean {
  return (
    name.length === asked.length && name.every((word, at) => maybeSameWord(word, asked[at] ?? ''))
  );
}

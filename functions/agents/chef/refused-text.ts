import type { Language } from '#shared/recipes/model/recipe.ts';
import { refusalText } from '#shared/safety/refusal-text.ts';
import type { Turn } from './turn.ts';

const MAX_NAMED = 3;
const WORDS = {
  pl: { recipes: 'Nie proponuję', lots: 'Nie biorę ze spiżarni', more: 'i jeszcze' },
  en: { recipes: 'Not suggested', lots: 'Left in the pantry', more: 'and more:' },
} as const;

/**
 * What was asked for by name and is not for everybody who eats, and lots that are left alone: for whom and
 * why. Said after the gate has read the answer, for it names what must not be eaten and offers none of it.
 */
export function refusedText({ refused, recipes, namesFood }: Turn, locale: Language): string[] {
  const words = WORDS[locale];
  const titles = refused.recipes.slice(0, MAX_NAMED).map(({ title, ...refusal }) => {
    return `${title}: ${refusalText([refusal])[locale]}`;
  });
  const more = refused.count - titles.length;
  const lots = new Map(
    recipes.flatMap(({ avoided }) =>
      avoided.map(({ name, ...refusal }) => {
        const text = `${name}: ${refusalText([refusal])[locale]}`;
        return [text, text] as const;
      }),
    ),
  );
  return [
    ...(namesFood && titles.length > 0
      ? [`${words.recipes} – ${titles.join('; ')}${more > 0 ? ` (${words.more} ${more})` : ''}.`]
      : []),
    ...(lots.size > 0
      ? [`${words.lots} – ${[...lots.keys()].slice(0, MAX_NAMED).join('; ')}.`]
      : []),
  ];
}

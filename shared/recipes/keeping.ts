import { ruleOfFood } from '#shared/expiry/food.ts';
import { UNKNOWN } from '#shared/expiry/rule.ts';
import { fold } from '#shared/language/fold.ts';
import { stemPattern } from '#shared/language/stem-pattern.ts';
import freezesBadly from './data/freezes-badly.json' with { type: 'json' };
import { type Recipe, readAs } from './model/recipe.ts';

/** How long a dish keeps once it is made. */
export interface Keeping {
  /** Days, by the cautious end of what the shelf lives say. */
  readonly fridgeDays: number;
  readonly freezerDays: number;
  /** Its ingredients that freezing does no good, as the recipe calls them. */
  readonly freezesBadly: readonly string[];
}

/** USDA FSIS, Leftovers and Food Safety: three to four days, whatever the dish is called. */
const MOST_DAYS = 3;
const LEFT_OF = { pl: 'resztki', en: 'leftover' } as const;
const BADLY = { pl: stemPattern(freezesBadly.stems.pl), en: stemPattern(freezesBadly.stems.en) };

/** As what is left of a cooked dish keeps; where nothing is known, as food of which nothing is known. */
export function keepingOf({
  title,
  language: written,
  ingredients,
}: Pick<Recipe, 'title' | 'language' | 'ingredients'>): Keeping {
  const language = readAs(written);
  const { rule } = ruleOfFood({ name: `${LEFT_OF[language]} ${title}` });
  const items = ingredients.filter(({ item }) => BADLY[language].test(fold(item)));
  return {
    fridgeDays: Math.min((rule?.fridge ?? UNKNOWN.fridge)[0], MOST_DAYS),
    freezerDays: (rule?.freezer ?? UNKNOWN.freezer)[0],
    freezesBadly: [...new Set(items.map(({ item }) => item))],
  };
}

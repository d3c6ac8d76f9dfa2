import type { Language } from '#shared/recipes/model/recipe.ts';
import { codeName } from '#shared/restrictions/diet-names.ts';
import { keyOf } from '#shared/restrictions/session-diners.ts';
import { whoLabel } from '#shared/restrictions/who-label.ts';
import { allergenName } from '#shared/safety/allergen-names.ts';
import type { Reason, Restriction } from '#shared/statements/statement.ts';

const MAX_NAMED = 12;
const REASONS: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  pl: {
    allergy: 'alergia',
    intolerance: 'nietolerancja',
    celiac: 'celiakia',
    refusal: 'nie je',
    dislike: 'nie lubi',
    without: 'na życzenie',
    diet: 'dieta',
    less: 'mniej',
  },
  en: {
    allergy: 'allergy',
    intolerance: 'intolerance',
    celiac: 'coeliac disease',
    refusal: 'does not eat it',
    dislike: 'dislikes it',
    without: 'as asked',
    diet: 'diet',
    less: 'less of it',
  },
};
/** `jajka (syn: alergia), mleko (gość: nie je)`: each food with everybody who does not eat it. */
export function restrictionList(restrictions: readonly Restriction[], language: Language): string {
  const byFood = Map.groupBy(restrictions, ({ food }) => food.name);
  return [...byFood]
    .slice(0, MAX_NAMED)
    .map(([name, all]) => {
      const people = new Map(all.map((one) => [keyOf(one.who), one]));
      const who = [...people.values()].map(
        ({ who, reason }) => `${whoLabel(who, language)}: ${REASONS[language][reason]}`,
      );
      return `${nameOf(name, all, language)} (${who.join(', ')})`;
    })
    .join('; ');
}

/** With the allergen when the food is only one of those that have it: `krewetki [skorupiaki]`. */
function nameOf(name: string, all: readonly Restriction[], language: Language): string {
  if (all.some(({ diet }) => diet !== null)) return codeName(name, language);
  const codes = [...new Set(all.flatMap((one) => one.codes))].map((code) =>
    allergenName(code, language),
  );
  const others = codes.filter((code) => code.slice(0, 3) !== name.slice(0, 3));
  return others.length === 0 ? name : `${name} [${others.join(', ')}]`;
}

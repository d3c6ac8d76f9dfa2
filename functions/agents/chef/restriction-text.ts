import type { ProfileProposal } from '#shared/chat/chef-answer.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { allergenName } from '#shared/safety/allergen-names.ts';
import { codeName } from './diet-names.ts';
import type { HeldRestrictions } from './held-restrictions.ts';
import { joinedList } from './joined-list.ts';
import { keyOf } from './session-diners.ts';
import type { ForbiddenFood } from './session-gate.ts';
import type { NamedFood } from './statements/named-food.ts';
import type { Reason, Restriction } from './statements/statement.ts';
import { whoLabel } from './who-label.ts';

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
const WORDS = {
  pl: {
    and: 'i',
    kept: (list: string) => `Pomijam w tej rozmowie: ${list}.`,
    lifted: (list: string) => `Już nie pomijam: ${list}. Profili domowników to nie zmienia.`,
    notUsed: (foods: string) => `Nie użyję tego, co masz: ${foods}.`,
    ask: (foods: string) => `${foods}: masz w domu, czy pominąć? Napisz „mam” albo „pomiń”.`,
    profile:
      'To pamiętam tylko w tej rozmowie. Żeby obowiązywało zawsze, wpisz to w profilu domownika (Domownicy → alergie i diety).',
    offer: (changes: string) =>
      `To pamiętam tylko w tej rozmowie. Potwierdź propozycję, żeby obowiązywało zawsze: ${changes}.`,
    more: 'Co ugotować? Napisz, co masz albo na co jest ochota.',
    unknown: (foods: string) =>
      `Nie znam: ${foods}. Szukam tylko tych słów, a nie potraw, w których to może być.`,
  },
  en: {
    and: 'and',
    kept: (list: string) => `Left out in this session: ${list}.`,
    lifted: (list: string) =>
      `No longer left out: ${list}. The profiles of your household stay as they are.`,
    notUsed: (foods: string) => `Of what you have I will not use ${foods}.`,
    ask: (foods: string) =>
      `${foods}: do you have it, or should it be left out? Say “have it” or “leave it out”.`,
    profile:
      'I remember this for this session only. For it to hold always, enter it in the person’s profile (Household → allergies and diets).',
    offer: (changes: string) =>
      `I remember this for this session only. Confirm the proposal for it to hold always: ${changes}.`,
    more: 'What shall we cook? Tell me what you have or what you would like.',
    unknown: (foods: string) =>
      `I do not know ${foods}. I look for these words only, not for dishes that may have it in them.`,
  },
} as const;

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

/** What is kept from now on and what no longer is, in words that name it, and how to make it last. */
export function changesText(
  { added, lifted }: HeldRestrictions,
  unknown: readonly NamedFood[],
  profiles: readonly ProfileProposal[],
  language: Language,
): string[] {
  const words = WORDS[language];
  const ofPeople = added.some(({ reason }) => reason !== 'without');
  return [
    ...(added.length > 0 ? [words.kept(restrictionList(added, language))] : []),
    ...(unknown.length > 0 ? [words.unknown(namesOf(unknown, language))] : []),
    ...(profiles.length > 0
      ? [words.offer(profiles.map(({ summary }) => summary).join('; '))]
      : ofPeople
        ? [words.profile]
        : []),
    ...(lifted.length > 0 ? [words.lifted(restrictionList(lifted, language))] : []),
  ];
}

/** What is left out because it was said before. */
export function stillHeldText(held: readonly Restriction[], language: Language): string {
  return WORDS[language].kept(restrictionList(held, language));
}

/** Foods that somebody has and that somebody, perhaps another, does not eat. */
export function notUsedText(foods: readonly ForbiddenFood[], language: Language): string {
  const list = foods.map(({ food, refusals }) => {
    const people = new Set(refusals.map(({ person }) => person));
    return `${food.name} (${[...people].join(', ')})`;
  });
  return WORDS[language].notUsed(list.join(', '));
}

/** Asks whether foods are there or forbidden, when a message does not tell. */
export function askText(foods: readonly NamedFood[], language: Language): string {
  const names = namesOf(foods, language);
  return WORDS[language].ask(names.charAt(0).toUpperCase() + names.slice(1));
}

export function whatNextText(language: Language): string {
  return WORDS[language].more;
}

function namesOf(foods: readonly NamedFood[], language: Language): string {
  return joinedList(
    foods.map(({ name }) => name),
    WORDS[language].and,
  );
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

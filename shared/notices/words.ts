/** What notices say, in each language. */
export const WORDS = {
  pl: {
    and: 'i',
    quoted: (words: string) => `„${words}”`,
    pastBestBefore:
      'Data minimalnej trwałości mówi o jakości, nie o bezpieczeństwie: co ją minęło, najpierw obejrzyj, powąchaj i spróbuj. Tego, co minęło termin „należy spożyć do”, nie proponuję.',
    held: (list: string) => `Pomijam w tej rozmowie: ${list}.`,
    lifted: (list: string) => `Już nie pomijam: ${list}. Profili domowników to nie zmienia.`,
    notUsed: (foods: string) => `Nie użyję tego, co masz: ${foods}.`,
    ask: (foods: string) => `${foods}: masz w domu, czy pominąć? Napisz „mam” albo „pomiń”.`,
    enterInProfile:
      'To pamiętam tylko w tej rozmowie. Żeby obowiązywało zawsze, wpisz to w profilu domownika (Domownicy → alergie i diety).',
    confirmProfile: (changes: string) =>
      `To pamiętam tylko w tej rozmowie. Potwierdź propozycję, żeby obowiązywało zawsze: ${changes}.`,
    unknownFood: (foods: string) =>
      `Nie znam: ${foods}. Szukam tylko tych słów, a nie potraw, w których to może być.`,
    recipeOut: (title: string, reasons: string) => `„${title}” odpada: ${reasons}.`,
    stillInRecipe: (list: string) =>
      `Uwaga, w tym przepisie jest jeszcze: ${list}. Nie nadaje się dla kogoś, kto nie może tego jeść.`,
    notOffered: 'Nie proponuję',
    leftInPantry: 'Nie biorę ze spiżarni',
    more: 'i jeszcze',
    withheld: (reasons: string) => `tego nie mogę zaproponować. ${reasons}.`,
    remarkWithheld: (reasons: string) => `pominąłem uwagi do przepisu. ${reasons}.`,
  },
  en: {
    and: 'and',
    quoted: (words: string) => `“${words}”`,
    pastBestBefore:
      'A best-before date is about quality, not safety: look at what is past it, smell it and taste it first. What is past its use-by date I do not offer.',
    held: (list: string) => `Left out in this session: ${list}.`,
    lifted: (list: string) =>
      `No longer left out: ${list}. The profiles of your household stay as they are.`,
    notUsed: (foods: string) => `Of what you have I will not use ${foods}.`,
    ask: (foods: string) =>
      `${foods}: do you have it, or should it be left out? Say “have it” or “leave it out”.`,
    enterInProfile:
      'I remember this for this session only. For it to hold always, enter it in the person’s profile (Household → allergies and diets).',
    confirmProfile: (changes: string) =>
      `I remember this for this session only. Confirm the proposal for it to hold always: ${changes}.`,
    unknownFood: (foods: string) =>
      `I do not know ${foods}. I look for these words only, not for dishes that may have it in them.`,
    recipeOut: (title: string, reasons: string) => `“${title}” is out: ${reasons}.`,
    stillInRecipe: (list: string) =>
      `Mind that this recipe still has ${list} in it. It is not for somebody who must not have that.`,
    notOffered: 'Not suggested',
    leftInPantry: 'Left in the pantry',
    more: 'and more:',
    withheld: (reasons: string) => `this cannot be suggested. ${reasons}.`,
    remarkWithheld: (reasons: string) => `I left out the remarks on it. ${reasons}.`,
  },
} as const;

import { inDays } from '#shared/recipes/rank/explain.ts';
import { recipeText } from '#shared/recipes/recipe-text.ts';
import type { Change } from './adapt.ts';
import type { Phrases } from './phrases.ts';
import { introText, offerText, type SuggestionPhrases } from './suggestion-text.ts';

const SUGGESTION: SuggestionPhrases = {
  and: 'i',
  have: (foods) => `masz: ${foods}`,
  without: (foods) => `bez: ${foods}`,
  within: (minutes) => `do ${minutes} min`,
  forPeople: (people) => `osób: ${people}`,
  diet: (diet) => `dieta: ${diet}`,
  useExpiring: 'najpierw to, co się kończy',
  dropped: {
    dish: 'nazwy dania',
    have: 'wymienionych składników',
    minutes: 'limitu czasu',
    meal: 'pory posiłku',
  },
  searchedWithout: (dropped) => `Nic nie pasowało do wszystkiego, więc szukam bez ${dropped}.`,
  suggest: (heard) => `Oto co proponuję${heard}.`,
  spoils: (product, daysLeft) => `${product} ${inDays(daysLeft, 'pl')}`,
  costs: (zloty) => `ok. ${zloty.replace('.', ',')} zł`,
  willDo: (substitute) => `może być ${substitute}`,
  inPlaceOf: (product, item) => `${product} zamiast: ${item}`,
  usesUp: (foods) => `zużyjesz: ${foods}`,
  missing: (foods) => `brakuje: ${foods}`,
  nothingMissing: 'niczego nie brakuje',
  mind: (allergens) => `uwaga: ${allergens}`,
};

export const polish: Phrases = {
  intro: (criteria, dropped) => introText(criteria, dropped, SUGGESTION),
  offer: (place, ranked) => offerText(place, ranked, SUGGESTION),
  closing:
    'Napisz „druga”, żeby zobaczyć przepis, „na 6 osób”, „bez cebuli” albo „gotuję pierwszą”.',
  nothing: 'Nie mam przepisu, który pasuje do tego wszystkiego. Poluzuj któryś z warunków.',
  onlyCooking:
    'Na razie rozumiem tylko pytania o gotowanie: co ugotować, z czego, na kiedy i dla ilu osób.',
  whatNext: 'Co ugotować? Napisz, co masz albo na co jest ochota.',
  takeAnother: 'Wybierz inny przepis albo napisz, na co jest ochota.',
  nothingOfferedYet: 'Najpierw zapytaj, co ugotować, a potem wrócimy do szczegółów.',
  recipe(recipe, changes) {
    return recipeText(recipe, changes.map(changeLine), {
      serves: (servings) => `porcje: ${servings}`,
      ingredients: 'Składniki:',
      method: 'Przygotowanie:',
    });
  },
  changed(title, changes) {
    return [`${title}, zmieniony przepis:`, ...changes.map(changeLine)].join('\n');
  },
  duration: (title, minutes) =>
    minutes === null ? `${title}: w przepisie nie ma czasu.` : `${title}: ${minutes} min.`,
  servings: (title, servings) =>
    servings === null
      ? `${title}: w przepisie nie podano liczby porcji.`
      : `${title}: porcje: ${servings}. Napisz „na 6 osób”, a przeliczę składniki.`,
  nutrition(title, nutrition) {
    if (nutrition === null)
      return `${title}: nie wiem, ile ma kalorii i białka, bo nie każdy składnik da się policzyć.`;
    const { kcal, protein, fat, carbohydrates } = nutrition;
    const grams = (value: number) => `${String(value).replace('.', ',')} g`;
    return `${title}: w porcji ok. ${kcal} kcal, białko ${grams(protein)}, tłuszcz ${grams(fat)}, węglowodany ${grams(carbohydrates)}. To szacunek z typowych wartości składników, dokładnych nie znam.`;
  },
  keeping(title, { fridgeDays, freezerDays, freezesBadly }) {
    const badly = freezesBadly.length > 0 ? ` Mrożenie nie służy: ${freezesBadly.join(', ')}.` : '';
    return `${title}: gotowe danie schłodź w ciągu 2 godzin; w lodówce postoi do ${fridgeDays} dni, zamrożone około ${freezerDays} dni.${badly}`;
  },
  standIns(item, standIns, some) {
    const said = standIns.map(({ name, atHome, grams, note }) => {
      const amount = grams === 100 ? 'tyle samo' : `${grams} g zamiast 100 g`;
      return `– ${name}${atHome ? ' (masz w domu)' : ''}: ${amount}; ${note}.`;
    });
    const left = some ? ['Pomijam to, czego ktoś z jedzących nie może.'] : [];
    if (said.length === 0) return [`Nie mam czym zastąpić: ${item}.`, ...left].join(' ');
    return [`Zamiast: ${item} – możesz użyć:`, ...said, ...left].join('\n');
  },
  failed({ why, item }, title) {
    if (why === 'not-in-it') return `W przepisie „${title}” nie ma tego składnika: ${item}.`;
    if (why === 'main')
      return `To danie opiera się na tym składniku: ${item}. Bez niego będzie to coś innego – poszukać innego przepisu?`;
    return `Nie znam dobrego zamiennika dla: ${item}.`;
  },
};

function changeLine({ from, to, note }: Change): string {
  const why = note === null ? '' : ` (${note})`;
  return to === null ? `Pominięto: ${from}.` : `Zamiast: ${from} – ${to}${why}.`;
}

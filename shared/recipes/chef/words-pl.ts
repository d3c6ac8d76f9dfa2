import { inDays } from '../rank/explain.ts';
import type { Change } from './adapt.ts';
import { recipeText } from './recipe-text.ts';
import type { Words } from './words.ts';
import { listed } from './words.ts';

const LET_GO = {
  dish: 'nazwy dania',
  have: 'wymienionych składników',
  minutes: 'limitu czasu',
  meal: 'pory posiłku',
} as const;

export const polish: Words = {
  intro(wish, letGo) {
    const parts = [
      ...(wish.have.length > 0
        ? [
            `masz: ${listed(
              wish.have.map(({ name }) => name),
              'i',
            )}`,
          ]
        : []),
      ...(wish.without.length > 0
        ? [
            `bez: ${listed(
              wish.without.map(({ name }) => name),
              'i',
            )}`,
          ]
        : []),
      ...(wish.minutes !== null ? [`do ${wish.minutes} min`] : []),
      ...(wish.people !== null ? [`osób: ${wish.people}`] : []),
      ...(wish.diet !== null ? [`dieta: ${wish.diet}`] : []),
      ...(wish.useExpiring ? ['najpierw to, co się kończy'] : []),
    ];
    const heard = parts.length > 0 ? ` (${parts.join('; ')})` : '';
    const gone = letGo.map((one) => LET_GO[one]);
    const without =
      gone.length > 0
        ? ` Nic nie pasowało do wszystkiego, więc szukam bez ${listed(gone, 'i')}.`
        : '';
    return `Oto co proponuję${heard}.${without}`;
  },
  offer(place, { title, minutes, missing, expiringUsed, score, safety }) {
    const time = minutes === null ? '' : ` (${minutes} min)`;
    const soon = expiringUsed.map(
      ({ product, daysLeft }) => `${product} ${inDays(daysLeft, 'pl')}`,
    );
    const lacks = missing.map(({ item, price, substitute }) => {
      const cost = price === null ? '' : ` (ok. ${price.amount.replace('.', ',')} zł)`;
      return substitute === null ? `${item}${cost}` : `${item}${cost}, może być ${substitute.item}`;
    });
    const parts = [
      score.parts.stock?.why ?? '',
      soon.length > 0 ? `zużyjesz: ${listed([...new Set(soon)], 'i')}` : '',
      lacks.length > 0 ? `brakuje: ${listed(lacks, 'i')}` : 'niczego nie brakuje',
      safety.allergens.length > 0
        ? `uwaga: ${listed(
            safety.allergens.map(({ person, evidence }) => `${person} – ${evidence}`),
            'i',
          )}`
        : '',
    ];
    return `${place}. ${title}${time}: ${parts.filter((part) => part !== '').join('; ')}.`;
  },
  closing:
    'Napisz „druga”, żeby zobaczyć przepis, „na 6 osób”, „bez cebuli” albo „gotuję pierwszą”.',
  nothing: 'Nie mam przepisu, który pasuje do tego wszystkiego. Poluzuj któryś z warunków.',
  onlyKitchen:
    'Na razie rozumiem tylko pytania o gotowanie: co ugotować, z czego, na kiedy i dla ilu osób.',
  noTalkYet: 'Najpierw zapytaj, co ugotować, a potem wrócimy do szczegółów.',
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
  failed({ why, item }, title) {
    if (why === 'not-in-it') return `W przepisie „${title}” nie ma tego składnika: ${item}.`;
    if (why === 'main')
      return `To danie opiera się na tym składniku: ${item}. Bez niego będzie to coś innego – poszukać innego przepisu?`;
    return `Nie znam dobrego zamiennika dla: ${item}.`;
  },
  cook(title, servings) {
    const portions = servings === null ? '' : ` (porcje: ${servings})`;
    return `Zapisać, że gotujesz „${title}”${portions}? Po potwierdzeniu zdejmę składniki ze spiżarni, zaczynając od tych, które kończą się najwcześniej.`;
  },
};

function changeLine({ from, to, note }: Change): string {
  const why = note === null ? '' : ` (${note})`;
  return to === null ? `Pominięto: ${from}.` : `Zamiast: ${from} – ${to}${why}.`;
}

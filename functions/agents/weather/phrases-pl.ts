import type { Figures, Phrases } from './phrases.ts';

function rest({ precipitation, probability, wind, gusts }: Omit<Figures, 'range' | 'sky'>): string {
  const parts = [
    precipitation === null ? '' : `opady ${precipitation}`,
    probability === null ? '' : `szansa opadów ${probability} %`,
    wind === null ? '' : `wiatr do ${wind}`,
    gusts === null ? '' : `w porywach ${gusts}`,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');
}

export const POLISH: Phrases = {
  today: 'dziś',
  tomorrow: 'jutro',
  parts: { morning: 'rano', afternoon: 'po południu', evening: 'wieczorem', night: 'w nocy' },
  range: (min, max) => (min === max ? max : `od ${min} do ${max}`),
  now: (place, temperature, feelsLike, figures) =>
    `${place}, teraz: ${temperature}${feelsLike === null ? '' : ` (odczuwalna ${feelsLike})`}, ${figures.sky}${rest(figures).replace('wiatr do', 'wiatr')}.`,
  day: (label, figures) => `${label}: ${figures.sky}, ${figures.range}${rest(figures)}.`,
  rain: {
    yes: 'Tak, weź parasol: ma padać.',
    maybe: 'Może popadać, parasol się przyda.',
    no: 'Nie zapowiada się na opady.',
  },
  snow: {
    yes: 'Tak, ma padać śnieg.',
    maybe: 'Może sypnąć śniegiem.',
    no: 'Śniegu nie widać w prognozie.',
  },
  storm: {
    yes: 'Tak, zapowiadane są burze.',
    maybe: 'Burze mogą się zdarzyć.',
    no: 'Burz nie ma w prognozie.',
  },
  wind: {
    yes: 'Tak, będzie mocno wiało.',
    maybe: 'Będzie wietrznie.',
    no: 'Silnego wiatru nie widać.',
  },
  outdoors: {
    good: 'Tak, pogoda na gotowanie na dworze jest dobra.',
    fair: 'Da się, ale trzeba się przygotować',
    bad: 'Raczej się nie uda',
  },
  against: {
    storm: 'burze',
    rain: 'opady',
    wind: 'wiatr',
    cold: 'chłód',
    heat: 'upał',
  },
  joined: (reasons) => `: ${reasons.join(', ')}.`,
  better: (day) => `Lepszy dzień: ${day}.`,
  food: {
    'cold-food': 'Przy takim cieple pora na sałatkę albo coś bez włączania piekarnika.',
    'hot-food': 'Przy takim zimnie dobre będzie coś długo duszonego. Albo gorąca zupa.',
    any: 'Ani gorąco, ani zimno: pasuje każde danie.',
  },
  bakeInstead: 'W domu sprawdzi się coś z piekarnika.',
  severe: (notes) => `Uwaga: ${notes.join('; ')}. To uwaga z prognozy, nie ostrzeżenie IMGW.`,
  stale: (hours, minutes) =>
    `Serwis pogodowy nie odpowiada; to prognoza sprzed ${hours > 0 ? `${hours} h ` : ''}${minutes} min.`,
  away: 'Serwis pogodowy Open-Meteo jest nieosiągalny, więc nie wiem, jaka jest pogoda. Spróbuj za chwilę.',
  unknownPlace: (name) =>
    `Nie znam miejsca „${name}”. Napisz nazwę miejscowości, na przykład „w Krakowie”.`,
  askPlace:
    'O jakie miejsce chodzi? Napisz nazwę miejscowości, na przykład „w Krakowie”; mogę ją zapamiętać jako domyślną.',
  keep: (name) => `Zapamiętać miejsce „${name}” jako domyślne? Odpowiedz „tak”.`,
  past: 'O minionych dniach nic nie wiem, prognoza zaczyna się dzisiaj.',
  tooFar: (last) => `Tak daleko prognoza nie sięga, jej ostatni dzień to ${last}.`,
  onlyUntil: 'Dalej prognoza nie sięga.',
};

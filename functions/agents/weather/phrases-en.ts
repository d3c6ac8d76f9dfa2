import type { Figures, Phrases } from './phrases.ts';

function rest({ precipitation, probability, wind, gusts }: Omit<Figures, 'range' | 'sky'>): string {
  const parts = [
    precipitation === null ? '' : `${precipitation} of rain or snow`,
    probability === null ? '' : `${probability}% chance of it`,
    wind === null ? '' : `wind up to ${wind}`,
    gusts === null ? '' : `gusts ${gusts}`,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');
}

export const ENGLISH: Phrases = {
  today: 'today',
  tomorrow: 'tomorrow',
  parts: {
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    night: 'at night',
  },
  range: (min, max) => (min === max ? max : `${min} to ${max}`),
  now: (place, temperature, feelsLike, figures) =>
    `${place}, now: ${temperature}${feelsLike === null ? '' : ` (feels like ${feelsLike})`}, ${figures.sky}${rest(figures).replace('wind up to', 'wind')}.`,
  day: (label, figures) => `${label}: ${figures.sky}, ${figures.range}${rest(figures)}.`,
  rain: {
    yes: 'Yes, take an umbrella: it will be wet.',
    maybe: 'It may be wet, an umbrella will do no harm.',
    no: 'No, it looks dry.',
  },
  snow: {
    yes: 'Yes, snow is forecast.',
    maybe: 'There may be some snow.',
    no: 'No snow is forecast.',
  },
  storm: {
    yes: 'Yes, thunderstorms are forecast.',
    maybe: 'Thunderstorms are possible.',
    no: 'No thunderstorms are forecast.',
  },
  wind: {
    yes: 'Yes, it will blow hard.',
    maybe: 'It will be windy.',
    no: 'No strong wind is forecast.',
  },
  outdoors: {
    good: 'Yes, the weather is good for cooking outside.',
    fair: 'It will do, but be prepared for',
    bad: 'Better not, because of',
  },
  against: {
    storm: 'thunderstorms',
    rain: 'rain or snow',
    wind: 'wind',
    cold: 'cold',
    heat: 'heat',
  },
  joined: (reasons) => ` ${reasons.join(', ')}.`,
  better: (day) => `A better day: ${day}.`,
  food: {
    'cold-food': 'In such warmth it is time for a salad or anything that needs no oven.',
    'hot-food': 'In such cold a slow stew will be welcome. Or a hot soup.',
    any: 'Neither hot nor cold: any dish will do.',
  },
  bakeInstead: 'At home something from the oven will do.',
  severe: (notes) =>
    `Take care: ${notes.join('; ')}. This is a note about the forecast, no official warning.`,
  stale: (hours, minutes) =>
    `The weather service does not answer; this forecast is ${hours > 0 ? `${hours} h ` : ''}${minutes} min old.`,
  away: 'The weather service Open-Meteo cannot be reached, so I do not know the weather. Try again in a moment.',
  unknownPlace: (name) =>
    `I know no place called “${name}”. Write the name of a town, for example “in Kraków”.`,
  askPlace:
    'Which place do you mean? Write the name of a town, for example “in Kraków”; I can keep it as your default.',
  keep: (name) => `Shall I keep “${name}” as your default place? Answer “yes”.`,
  past: 'I know nothing of days that are over; the forecast begins today.',
  tooFar: (last) => `The forecast does not reach so far, its last day is ${last}.`,
  onlyUntil: 'The forecast reaches no farther.',
};

import { expect, test } from 'vitest';
import { phrasesOf } from '#functions/agents/weather/phrases.ts';
import { ALLERGENS, DIETS } from '#shared/households/person.ts';
import { AnswerGate } from '#shared/orchestration/gate/answer-gate.ts';
import { describeCode, isKnownCode } from '#shared/weather/condition.ts';

const EVERYBODY = [
  ...ALLERGENS.map((code) => ({
    id: code,
    name: code,
    diet: null,
    allergies: [{ code, severity: 'allergy' as const }],
    dislikes: [],
  })),
  ...DIETS.map((diet) => ({ id: diet, name: diet, diet, allergies: [], dislikes: [] })),
];

/** What such a dish often has, by the sentence that names it. */
const SOUP = { pl: 'Albo gorąca zupa.', en: 'Or a hot soup.' };

test.each(['pl', 'en'] as const)(
  '%s: of all that is said of weather and meals only soup is withheld, from who is allergic to celery',
  (locale) => {
    const { food, bakeInstead, outdoors, rain, snow, wind, storm } = phrasesOf(locale);
    const skies = Array.from({ length: 100 }, (_, code) => code)
      .filter(isKnownCode)
      .map((code) => describeCode(code).words[locale]);
    const said = [food, outdoors, rain, snow, wind, storm].flatMap((each) => Object.values(each));
    const sentences = [...said, bakeInstead, ...skies].flatMap((text) => text.split(/(?<=\.) /));
    const gate = new AnswerGate(EVERYBODY, locale);
    const withheld = sentences.flatMap((text) =>
      (gate.withheld(text)?.refusals ?? []).map(({ person }) => `${person}: ${text}`),
    );
    expect(withheld).toEqual([`celery: ${SOUP[locale]}`]);
  },
);

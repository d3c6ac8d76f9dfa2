import { describe, expect, test } from 'vitest';
import { checkRecipe, type Diner, type IngredientNames } from '#shared/safety/check.ts';

const nobody: Diner = { id: 'a', name: 'Anna', diet: null, allergies: [], dislikes: [] };
const milkAllergy = { ...nobody, allergies: [{ code: 'milk', severity: 'allergy' }] } as Diner;
const eats = (diet: Diner['diet']): Diner => ({ ...nobody, diet });

test('a finding says who, why, how sure, what follows, and where it stands', () => {
  const report = checkRecipe(['pomidory', '100 g masła'], ['Zupa'], [milkAllergy]);
  expect(report).toEqual({
    verdict: 'contains',
    effect: 'block',
    people: [{ id: 'a', name: 'Anna', verdict: 'contains', effect: 'block' }],
    exempt: [],
    findings: [
      {
        person: { id: 'a', name: 'Anna' },
        code: 'milk',
        about: 'allergen',
        severity: 'allergy',
        level: 'contains',
        effect: 'block',
        evidence: { words: 'masła', text: '100 g masła', start: 6, end: 11, ingredient: 1 },
      },
    ],
  });
});

test('what stands in prose is no ingredient', () => {
  const { findings } = checkRecipe([], ['Posmaruj masłem.'], [milkAllergy]);
  expect(findings.map(({ evidence }) => evidence)).toEqual([
    { words: 'masłem', text: 'Posmaruj masłem.', start: 9, end: 15, ingredient: null },
  ]);
});

test('several texts are each read', () => {
  const report = checkRecipe([], ['Zupa', { pl: 'Dodaj masło.' }], [milkAllergy]);
  expect(report.findings).toHaveLength(1);
  expect(checkRecipe([], ['Dodaj masło.'], [milkAllergy]).findings).toHaveLength(1);
});

test('nothing to find is no finding', () => {
  const clean = { verdict: 'none-found', effect: 'none', findings: [], exempt: [] };
  const person = { id: 'a', name: 'Anna', verdict: 'none-found', effect: 'none' };
  expect(checkRecipe(['pomidory'], [], [milkAllergy])).toEqual({ ...clean, people: [person] });
  expect(checkRecipe(['masło'], [], [nobody])).toEqual({ ...clean, people: [person] });
  expect(checkRecipe(['masło'], [], [])).toEqual({ ...clean, people: [] });
});

describe('traces', () => {
  const traces = 'Może zawierać mleko.';
  test.each([
    ['an allergy', milkAllergy, 'block'],
    [
      'an intolerance',
      { ...nobody, allergies: [{ code: 'milk', severity: 'intolerance' }] },
      'warn',
    ],
    ['a dislike', { ...nobody, allergies: [{ code: 'milk', severity: 'dislike' }] }, 'rank'],
    ['a diet', eats('vegan'), 'warn'],
  ] as const)('of what %s speaks of have their own effect', (_, diner, effect) => {
    const { findings, effect: all } = checkRecipe([], [traces], [diner as Diner]);
    expect(findings.map(({ level }) => level)).toContain('may-contain');
    expect(all).toBe(effect);
  });
});

test('what Annex II exempts is no finding, and says so to whom it concerns', () => {
  const allergic = (code: string) =>
    ({ ...nobody, allergies: [{ code, severity: 'allergy' }] }) as unknown as Diner;
  const report = checkRecipe(['syrop glukozowy z pszenicy'], [], [allergic('gluten')]);
  expect(report.findings).toEqual([]);
  expect(report.exempt).toEqual([
    {
      person: { id: 'a', name: 'Anna' },
      code: 'gluten',
      reason: 'glucose-syrup',
      text: { pl: expect.stringContaining('1169/2011'), en: expect.stringContaining('1169/2011') },
      evidence: {
        words: 'pszenicy',
        text: 'syrop glukozowy z pszenicy',
        start: 18,
        end: 26,
        ingredient: 0,
      },
    },
  ]);
  expect(checkRecipe(['syrop glukozowy z pszenicy'], [], [milkAllergy]).exempt).toEqual([]);
});

describe('diets', () => {
  const FOODS = {
    meat: 'wołowina',
    pork: 'szynka wieprzowa',
    fish: 'dorsz',
    seafood: 'krewetki',
    milk: 'mleko',
    eggs: 'jajka',
    honey: 'miód',
    gelatine: 'żelatyna',
    insect: 'koszenila',
    rennet: 'podpuszczka',
    alcohol: 'wino',
    gluten: 'mąka pszenna',
    plant: 'pomidory',
  };
  test.each([
    ['omnivore', []],
    ['pescatarian', ['meat', 'pork', 'gelatine', 'insect']],
    ['vegetarian', ['meat', 'pork', 'fish', 'seafood', 'gelatine', 'insect', 'rennet']],
    [
      'vegan',
      ['meat', 'pork', 'fish', 'seafood', 'milk', 'eggs', 'honey', 'gelatine', 'insect', 'rennet'],
    ],
    ['lactose-free', ['milk']],
    ['gluten-free', ['gluten']],
    ['pork-free', ['pork']],
    ['halal', ['pork', 'gelatine', 'alcohol']],
  ] as const)('%s does without %j and eats everything else', (diet, avoided) => {
    const blocked = Object.entries(FOODS).filter(
      ([, food]) => checkRecipe([food], [], [eats(diet)]).effect === 'block',
    );
    expect(blocked.map(([name]) => name)).toEqual(avoided);
  });

  test('a diet is named in its finding', () => {
    const { findings } = checkRecipe(['miód'], [], [eats('vegan')]);
    expect(findings[0]).toMatchObject({
      about: 'diet',
      code: 'vegan',
      severity: 'diet',
      level: 'contains',
      effect: 'block',
    });
  });

  test('whoever avoids lactose may have milk without it; vegans and the allergic may not', () => {
    const effect = (food: string, diner: Diner) => checkRecipe([food], [], [diner]).effect;
    expect(effect('mleko bez laktozy', eats('lactose-free'))).toBe('none');
    expect(effect('mleko', eats('lactose-free'))).toBe('block');
    expect(effect('mleko bez laktozy', eats('vegan'))).toBe('block');
    expect(effect('mleko bez laktozy', milkAllergy)).toBe('block');
  });
});

describe('dislikes', () => {
  const picky: Diner = { ...nobody, dislikes: ['koper'] };

  test('count for the ranking only, not for the verdict', () => {
    const report = checkRecipe(['koper'], [], [picky]);
    expect(report).toMatchObject({
      verdict: 'none-found',
      effect: 'rank',
      findings: [
        { about: 'term', code: 'koper', severity: 'dislike', level: 'contains', effect: 'rank' },
      ],
    });
  });

  test('make nothing unknown, and an intolerance does not either', () => {
    expect(checkRecipe(['xyzzit'], [], [picky]).findings).toEqual([]);
    const intolerant = { ...nobody, allergies: [{ code: 'milk', severity: 'intolerance' }] };
    expect(checkRecipe(['xyzzit'], [], [intolerant as Diner]).findings).toEqual([]);
  });
});

test('a name or a text whose language is known is not read as the other one', () => {
  const gluten = { ...nobody, allergies: [{ code: 'gluten', severity: 'allergy' }] } as Diner;
  const verdict = (names: IngredientNames) => checkRecipe([names], [], [gluten]).verdict;
  expect(verdict({ pl: 'make' })).toBe('contains');
  expect(verdict({ en: 'make' })).toBe('none-found');
  expect(verdict('make')).toBe('contains');
  const spoken = (text: IngredientNames) => checkRecipe([], [text], [gluten]).verdict;
  expect(spoken({ pl: 'make' })).toBe('contains');
  expect(spoken({ en: 'make' })).toBe('none-found');
});

test('an ingredient is one thing: words too ambiguous for prose are meant in it', () => {
  const fish = { ...nobody, allergies: [{ code: 'fish', severity: 'allergy' }] } as Diner;
  expect(checkRecipe(['sola'], [], [fish]).verdict).toBe('contains');
  expect(checkRecipe([{ pl: 'sola' }], [], [fish]).verdict).toBe('contains');
  expect(checkRecipe([], ['Dopraw sola.'], [fish]).verdict).toBe('none-found');
});

test('each person has an own verdict, and the worst one is everybody’s', () => {
  const ola: Diner = { ...eats('vegan'), id: 'o', name: 'Ola' };
  const jan: Diner = { ...nobody, id: 'j', name: 'Jan' };
  const report = checkRecipe([], ['Może zawierać miód.'], [jan, ola]);
  expect(report).toMatchObject({
    verdict: 'may-contain',
    effect: 'warn',
    people: [
      { id: 'j', name: 'Jan', verdict: 'none-found', effect: 'none' },
      { id: 'o', name: 'Ola', verdict: 'may-contain', effect: 'warn' },
    ],
  });
});

test('a dislike ranks where the food is named, and not where it is only likely', () => {
  const ola = [{ id: '1', name: 'Ola', diet: null, allergies: [], dislikes: ['cebula'] }];
  expect(checkRecipe(['zupa cebulowa'], [], ola).effect).toBe('rank');
  expect(checkRecipe(['bigos'], [], ola).effect).toBe('none');
});

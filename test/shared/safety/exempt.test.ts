import { expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import { allergens, table } from './allergens-in.ts';

test.each([
  ['syrop glukozowy z pszenicy', 'gluten', 'glucose-syrup'],
  ['glucose syrup (from wheat)', 'gluten', 'glucose-syrup'],
  ['wheat maltodextrin', 'gluten', 'glucose-syrup'],
  ['glucose syrup: wheat', 'gluten', 'glucose-syrup'],
  ['wódka żytnia', 'gluten', 'distillate'],
  ['w pełni rafinowany olej sojowy', 'soybeans', 'soya-oil'],
  ['natural mixed tocopherols (E306) from soya', 'soybeans', 'soya-oil'],
  ['piwo klarowane karukiem', 'fish', 'carrier'],
  ['E966', 'milk', 'lactitol'],
])('%s says that %s is exempt: %s', (text, substance, reason) => {
  const { exempt, findings } = readFood(text, { whole: true });
  expect(exempt).toContainEqual(expect.objectContaining({ substance, reason }));
  const sure = findings.filter(({ level }) => level === 'contains');
  expect(sure.map((finding) => finding.substance)).not.toContain(substance);
});

table(
  [
    ['refined soya oil', 'soybeans'],
    ['olej sojowy', 'soybeans'],
    ['skrobia pszenna', 'gluten ~gluten'],
    ['makaron pszenny z wódką', 'gluten'],
    ['wódka z mąką pszenną', 'gluten'],
    ['vodka with wheat flour', 'gluten'],
    ['whisky z piwem', 'gluten'],
    ['syrop glukozowy, pszenica', 'gluten'],
  ],
  { whole: true },
);

test('lactitol is no finding, and a source elsewhere makes no beer exempt', () => {
  expect(readFood('E966', { whole: true }).findings).toEqual([]);
  expect(readFood('whisky beer, rye', { whole: true }).exempt).toEqual([]);
});

test('only the word for the source is exempt', () => {
  expect(allergens('piwo klarowane karukiem', { whole: true })).toBe('gluten');
});

test.each([
  ['wódka żytnia', '', 'gluten distillate'],
  ['wódka z pszenicy', '', 'gluten distillate'],
  ['wódka z mąką', 'gluten', ''],
  ['syrop glukozowy (pszenica)', '', 'gluten glucose-syrup'],
  ['syrop glukozowy z pszenicy', '', 'gluten glucose-syrup'],
  ['syrop glukozowo-fruktozowy z pszenicy', '', 'gluten glucose-syrup'],
  ['syrop glukozowy i pszenica', 'gluten', ''],
  ['syrop z pszenicy', 'gluten', ''],
  ['dekstroza z pszenicy', '', 'gluten glucose-syrup'],
  ['maltodekstryna pszenna', '', 'gluten glucose-syrup'],
  ['wheat glucose syrup', '', 'gluten glucose-syrup'],
  ['glucose syrup from wheat', '', 'gluten glucose-syrup'],
  ['glucose syrup with wheat', 'gluten', ''],
  ['refined soya oil', 'soybeans', ''],
  ['fully refined soya oil', '', 'soybeans soya-oil'],
  ['soya oil, fully refined', 'soybeans', ''],
  ['olej sojowy w pełni rafinowany', '', 'soybeans soya-oil'],
  ['olej sojowy całkowicie rafinowany', '', 'soybeans soya-oil'],
  ['tofu w oleju rafinowanym', 'soybeans', ''],
  ['całkowicie rafinowany olej sojowy', '', 'soybeans soya-oil'],
  ['rafinowany olej sojowy', 'soybeans', ''],
  ['tocopherols (E306) from soya', '', 'soybeans soya-oil'],
  ['E306 z soi', '', 'soybeans soya-oil'],
  ['plant sterols from soya', '', 'soybeans soya-oil'],
  ['whisky', '', ''],
  ['whisky z jęczmienia', '', 'gluten distillate'],
  ['gin z żyta', '', 'gluten distillate'],
  ['wino klarowane karukiem i rybą', 'fish sulphites', 'fish carrier'],
  ['żelatyna rybna', 'fish', ''],
  ['lactitol', '', 'milk lactitol'],
  ['laktitol E966', '', 'milk lactitol'],
])('%j has %j, and as an exception %j', (text, expected, exception) => {
  const { exempt } = readFood(text, { whole: true });
  const exceptions = exempt.map(({ substance, reason }) => `${substance} ${reason}`);
  expect(allergens(text, { whole: true })).toBe(expected);
  expect([...new Set(exceptions)].join(' ')).toBe(exception);
});

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

import { expect, test } from 'vitest';
import type { Allergy, Person } from '#shared/households/person.ts';
import { missingIn, withAdditions } from '#shared/households/profile-additions.ts';

const allergy = (term: string): Allergy => ({ term, severity: 'allergy' });
const milk: Allergy = { code: 'milk', severity: 'allergy' };
const profile: Pick<Person, 'diet' | 'allergies' | 'dislikes'> = {
  diet: 'vegetarian',
  allergies: [milk, allergy('Łosoś')],
  dislikes: ['Kminek'],
};
const nothing = { diet: null, allergies: [], dislikes: [] };

test('what a profile has, in whatever spelling, is not missing in it', () => {
  const same = {
    diet: 'vegetarian' as const,
    allergies: [allergy('losos'), milk],
    dislikes: ['kminek'],
  };
  expect(missingIn(profile, same)).toBeNull();
  expect(missingIn(profile, nothing)).toBeNull();
  expect(withAdditions(profile, same)).toEqual(profile);
});

test('what it does not have is added once, and the rest stays', () => {
  const eggs: Allergy = { code: 'eggs', severity: 'allergy' };
  const adds = { diet: null, allergies: [eggs, eggs, milk], dislikes: ['Por', 'por'] };
  expect(missingIn(profile, adds)).toEqual({ diet: null, allergies: [eggs], dislikes: ['por'] });
  expect(withAdditions(profile, adds)).toEqual({
    diet: 'vegetarian',
    allergies: [milk, allergy('Łosoś'), eggs],
    dislikes: ['Kminek', 'por'],
  });
});

test('an intolerance to the same becomes an allergy', () => {
  const weak = { ...profile, allergies: [{ code: 'milk', severity: 'intolerance' } as const] };
  expect(withAdditions(weak, { ...nothing, allergies: [milk] }).allergies).toEqual([milk]);
});

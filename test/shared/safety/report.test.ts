import { expect, test } from 'vitest';
import {
  type SafetyFinding,
  type SafetyReport,
  safetyView,
  strongestEffect,
  worstVerdict,
} from '#shared/safety/report.ts';

test('the worst verdict wins, and none is none-found', () => {
  expect(worstVerdict([])).toBe('none-found');
  expect(worstVerdict(['none-found', 'unknown'])).toBe('unknown');
  expect(worstVerdict(['unknown', 'may-contain'])).toBe('may-contain');
  expect(worstVerdict(['may-contain', 'contains', 'none-found'])).toBe('contains');
});

test('the strongest effect wins, and none is none', () => {
  expect(strongestEffect([])).toBe('none');
  expect(strongestEffect(['none', 'rank'])).toBe('rank');
  expect(strongestEffect(['rank', 'warn'])).toBe('warn');
  expect(strongestEffect(['warn', 'block', 'none'])).toBe('block');
});

const finding = (id: string, code: string, level: SafetyFinding['level'], words: string) =>
  ({
    person: { id, name: id.toUpperCase() },
    code,
    about: 'allergen',
    severity: 'allergy',
    level,
    effect: 'block',
    evidence: { words, text: words, start: 0, end: words.length, ingredient: null },
  }) satisfies SafetyFinding;

test('shows one line for each person and code: the surest, and of equal ones the first', () => {
  const report: SafetyReport = {
    verdict: 'contains',
    effect: 'block',
    people: [],
    exempt: [],
    findings: [
      finding('a', 'milk', 'may-contain', 'margaryna'),
      finding('a', 'milk', 'contains', 'masło'),
      finding('a', 'milk', 'contains', 'ser'),
      finding('a', 'milk', 'may-contain', 'ciasto'),
      finding('a', 'eggs', 'may-contain', 'makaron'),
      finding('b', 'milk', 'may-contain', 'margaryna'),
    ],
  };
  expect(safetyView(report)).toEqual({
    verdict: 'contains',
    allergens: [
      { code: 'milk', person: 'A', evidence: 'masło', level: 'contains' },
      { code: 'eggs', person: 'A', evidence: 'makaron', level: 'may-contain' },
      { code: 'milk', person: 'B', evidence: 'margaryna', level: 'may-contain' },
    ],
  });
});

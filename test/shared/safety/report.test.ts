import { expect, test } from 'vitest';
import {
  allergenLines,
  type ExemptNote,
  exemptLines,
  type SafetyFinding,
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
  const findings = [
    finding('a', 'milk', 'may-contain', 'margaryna'),
    finding('a', 'milk', 'contains', 'masło'),
    finding('a', 'milk', 'contains', 'ser'),
    finding('a', 'milk', 'may-contain', 'ciasto'),
    finding('a', 'eggs', 'may-contain', 'makaron'),
    finding('b', 'milk', 'may-contain', 'margaryna'),
  ];
  expect(allergenLines(findings)).toEqual([
    { code: 'milk', person: 'A', evidence: 'masło', level: 'contains' },
    { code: 'eggs', person: 'A', evidence: 'makaron', level: 'may-contain' },
    { code: 'milk', person: 'B', evidence: 'margaryna', level: 'may-contain' },
  ]);
});

test('shows what is exempt once for each person and reason', () => {
  const note = (id: string, reason: ExemptNote['reason'], words: string): ExemptNote => ({
    person: { id, name: id.toUpperCase() },
    code: 'gluten',
    reason,
    text: { pl: 'po polsku', en: reason },
    evidence: { words, text: words, start: 0, end: words.length, ingredient: 0 },
  });
  const notes = [
    note('a', 'glucose-syrup', 'z pszenicy'),
    note('a', 'glucose-syrup', 'wheat'),
    note('a', 'distillate', 'rye'),
    note('b', 'distillate', 'rye'),
  ];
  const why = (en: string) => ({ pl: 'po polsku', en });
  expect(exemptLines(notes)).toEqual([
    { code: 'gluten', person: 'A', evidence: 'z pszenicy', why: why('glucose-syrup') },
    { code: 'gluten', person: 'A', evidence: 'rye', why: why('distillate') },
    { code: 'gluten', person: 'B', evidence: 'rye', why: why('distillate') },
  ]);
});

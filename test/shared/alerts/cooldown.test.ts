import { expect, test } from 'vitest';
import { type LastNotice, whenToNotify } from '#shared/alerts/cooldown.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 28) + seconds * 1000);
const told = (change: LastNotice['change']): LastNotice => ({ change, at: at(0) });

test('an alarm that fires for the first time is told at once', () => {
  expect(whenToNotify('fired', at(0), undefined)).toBe('now');
});

test('within five minutes nobody is told again', () => {
  expect(whenToNotify('fired', at(299), told('fired'))).toBe('never');
  expect(whenToNotify('fired', at(300), told('fired'))).toBe('now');
});

test('what is not as somebody believes is told when the five minutes are over', () => {
  expect(whenToNotify('recovered', at(60), told('fired'))).toBe('later');
  expect(whenToNotify('fired', at(60), told('recovered'))).toBe('later');
  expect(whenToNotify('recovered', at(300), told('fired'))).toBe('now');
});

test('nobody hears twice that it is over, or that it is who never heard that it began', () => {
  expect(whenToNotify('recovered', at(900), told('recovered'))).toBe('never');
  expect(whenToNotify('recovered', at(0), undefined)).toBe('never');
});

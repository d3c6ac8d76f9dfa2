import { expect, test } from 'vitest';
import { readReasonedDecision } from '#shared/orchestration/decisions/reasoned-decision.ts';

test.each([
  'cofnij to, źle policzyłem',
  'oj cofnij, jednak stoi w szafce',
  'no cofnij to jednak, bo zjadła to sąsiadka',
  'cofnij, wcale nie zjadłam',
  'undo it please, wrong shelf',
  'revert that - my mistake',
  'take that back, it was the neighbour’s',
  "undo that because I didn't eat it after all",
])('“%s” undoes', (message) => {
  expect(readReasonedDecision(message)).toBe('undo');
});

test.each([
  'zostaw, zjem jutro',
  'nie trzeba, bo sąsiad przyniósł',
  'anuluj, pomyliłam się',
  'nie zapisuj, to nie moje',
  'leave it, still fine',
  'forget it, I was joking',
  'no, leave it, still smells nice',
  'cancel - wrong house',
])('“%s” rejects', (message) => {
  expect(readReasonedDecision(message)).toBe('reject');
});

test.each([
  'tak, bo się zepsuło',
  'nie, to był ser',
  'nie, dwa',
  'cofnij, dodaj mleko',
  'cofnij to i dodaj mleko',
  'undo that, used 2',
  'undo that, I used only half the milk',
  'undo that, what is for dinner',
  'leave it, is it still good?',
  'zostaw, tak',
  'cofnij wszystko od wczoraj',
])('“%s” says more, or nothing of the kind', (message) => {
  expect(readReasonedDecision(message)).toBeNull();
});

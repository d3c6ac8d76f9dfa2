import { expect, test } from 'vitest';
import { readDecision } from '#shared/orchestration/decisions/decision-words.ts';

test.each([
  'tak',
  'Tak!',
  'ok rób',
  'ok rob',
  'no, go ahead',
  'no rób',
  'no dobra',
  'dobra, zapisz to',
  'taak',
  'tka',
  'potwierdzan',
  'yes please',
  'yes, do it',
  "let's do it",
  'sure, thanks',
  'śmiało',
])('“%s” confirms', (message) => {
  expect(readDecision(message)).toBe('confirm');
});

test.each([
  'nie',
  'no',
  'No thanks',
  'nie, dziękuję',
  'zostaw',
  'zostaw to',
  'nie rób tego',
  "don't",
  'dont do it',
  'never mind',
  'anuluj',
  'leave it',
])('“%s” rejects', (message) => {
  expect(readDecision(message)).toBe('reject');
});

test.each(['cofnij', 'Cofnij to, proszę', 'cofnj', 'undo', 'undo that', 'take it back'])(
  '“%s” undoes',
  (message) => {
    expect(readDecision(message)).toBe('undo');
  },
);

test.each([
  'tak, ale bez cebuli',
  'nie, jednak 3',
  'yes and add milk',
  'ok?',
  'tak czy nie',
  'nie tak',
  'thanks',
  'dzięki',
  'dobry',
  'to',
  'ok, zrób zupę',
  'nie mam mleka',
  'cofnij wszystko od wczoraj',
  'can you undo the last shopping list',
  'no milk',
  '',
  'tak '.repeat(30),
])('“%s” says more, or nothing, and decides nothing', (message) => {
  expect(readDecision(message)).toBeNull();
});

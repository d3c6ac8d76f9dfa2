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
  ...[
    'no pewnie, dopisz',
    'jasne że tak',
    'ano tak',
    'jo, wpisuj',
    'tak, popraw to',
    'owszem, zapisz',
  ],
  ...[
    'yep, that is right',
    "yes that's it, add it",
    'aye, log it',
    'ok go for it',
    'yup',
    'yes, fix it',
  ],
  ...['tak, zgadza się', 'yyy tak', 'jednak tak', 'actually yes', 'może być'],
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

test.each([
  ...['cofnij', 'Cofnij to, proszę', 'cofnj', 'undo', 'undo that', 'take it back'],
  ...['kurczę, cofnij to', 'oj, cofnij', 'sorry, undo that', 'undo the last one', 'damn, undo it'],
  ...['cofnij ten ostatni wpis', 'oops, take that back', 'a jednak cofnij'],
])('“%s” undoes', (message) => {
  expect(readDecision(message)).toBe('undo');
});

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
  ...['tak, czekaj', 'yes, hang on', 'ok but wait', 'no, correct it', 'nie, popraw', 'yes, add 3'],
  ...[
    'undo all',
    'fix it',
    'no fix it',
    'not right',
    'nie zgadza się',
    'tak, popraw na 3',
    'yes, milk',
  ],
  '',
  'tak '.repeat(30),
])('“%s” says more, or nothing, and decides nothing', (message) => {
  expect(readDecision(message)).toBeNull();
});

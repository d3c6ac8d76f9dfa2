import { expect, test } from 'vitest';
import { splitRequests } from '#shared/router/split-requests.ts';

test.each([
  [
    'zużyłam litr mleka i jaka będzie jutro pogoda?',
    ['zużyłam litr mleka', 'jaka będzie jutro pogoda?'],
  ],
  [
    'zaplanuj obiady na cały tydzień, a potem sprawdź czy paragon z Lidla jest odczytany',
    ['zaplanuj obiady na cały tydzień', 'sprawdź czy paragon z Lidla jest odczytany'],
  ],
  [
    'Wyrzuciłam spleśniały ser. Co ugotować na obiad z kurczaka?',
    ['Wyrzuciłam spleśniały ser.', 'Co ugotować na obiad z kurczaka?'],
  ],
  [
    'I used up the butter and then plan dinners for next week',
    ['I used up the butter', 'plan dinners for next week'],
  ],
  [
    'will it rain tomorrow? And also add bread to the shopping list',
    ['will it rain tomorrow?', 'add bread to the shopping list'],
  ],
])('“%s” is two requests', (text, requests) => {
  expect(splitRequests(text)).toEqual(requests);
});

test.each([
  'dodaj mleko i chleb',
  'dodaj do listy mleko, chleb i masło',
  'add milk, bread and butter to the list',
  'co zrobić z ryżu, kurczaka i papryki?',
  'mam pół dyni i boczek, co z tego ugotować?',
  'what can I cook with eggs, ham and cheese?',
  'Dzień dobry, ile mamy mleka?',
  'czy jutro będzie padać i wiać?',
  'zaplanuj tydzień bez ryb, w środę coś szybkiego',
  'zużyłam dwa jajka i pół masła',
  'can I make a plan for the whole week?',
  'how long should I cook a chicken',
  'mam w domu jajka i mąkę. Co upiec?',
  'hi',
  '',
])('“%s” is one', (text) => {
  expect(splitRequests(text)).toEqual([text]);
});

import { expect, test } from 'vitest';
import { messageLanguage } from '#shared/language/message-language.ts';
import everyday from '#test/data/chat/everyday-messages.json' with { type: 'json' };
import more from '#test/data/chat/more-statements.json' with { type: 'json' };
import statements from '#test/data/chat/statements.json' with { type: 'json' };
import unread from '#test/data/chat/unread-refusals.json' with { type: 'json' };

test.each([
  'co na obiad?',
  'gotuje pierwsza',
  'zuzyte 3 jajka',
  'jajecznica ze szczypiorkiem',
  'a jutro?',
  'żurek',
  'cofnij',
  ...[
    'zjadech 2 banany',
    'oba jogurty',
    'makaron 500 g',
    'marchewki 3',
    'razem?',
    'wylalem smietane',
  ],
  ...['dodaj cottage cheese', 'zjadłam peanut butter'],
])('“%s” is Polish', (message) => {
  expect(messageLanguage(message)).toBe('pl');
});

test.each([
  ...['what is for dinner?', 'the second', '2 eggs and spinach', "don't", 'undo', 'hello'],
  ...[
    'used 4 carrots',
    'ate a pear',
    'drank 2 beers',
    'binned it',
    'same again',
    'chucked tomatoes',
  ],
  ...[
    'poured wine away',
    'onions: 3',
    'both together?',
    'which shop?',
    'bought leeks',
    'rice 1 kg',
  ],
])('“%s” is English', (message) => {
  expect(messageLanguage(message)).toBe('en');
});

test.each(['feta?', 'ok', 'pizza margherita', '3', '🙂'])('“%s” may be either', (message) => {
  expect(messageLanguage(message)).toBeNull();
});

const LABELLED = [...everyday, ...statements, ...more, ...unread];
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

test.each([
  ['as they were written', (message: string) => message],
  ['without their marks', bare],
])('messages that people wrote are never taken for the other language, %s', (_, typed) => {
  const read = LABELLED.map(({ message, lang }) => {
    const language = messageLanguage(typed(message));
    return { message, is: language === null ? 'untold' : language === lang ? 'right' : 'wrong' };
  });
  expect(read.filter(({ is }) => is === 'wrong')).toEqual([]);
  expect(read.filter(({ is }) => is === 'untold').length).toBeLessThan(0.03 * LABELLED.length);
});

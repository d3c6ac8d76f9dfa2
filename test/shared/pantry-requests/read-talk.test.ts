import { expect, test } from 'vitest';
import type { Language } from '#shared/language/lemma.ts';
import { readTalk } from '#shared/pantry-requests/read-talk.ts';
import type { Change } from '#shared/pantry-requests/request.ts';
import { NOTHING_SAID, type TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { inShort } from './in-short.ts';

type Before = Partial<TalkSoFar>;

const milk: Change = {
  act: 'add',
  items: [
    { product: 'mleko', amount: { kind: 'measure', value: '2', unit: 'l' }, expires: '2027-03-14' },
  ],
};
const breakfast: Change = {
  act: 'consume',
  items: [
    { product: 'jajka', amount: { kind: 'measure', value: '2', unit: 'szt' } },
    { product: 'masło', amount: { kind: 'measure', value: '100', unit: 'g' } },
  ],
};
const someMilk: Change = {
  act: 'consume',
  items: [{ product: 'mleka', amount: { kind: 'measure', value: '0.5', unit: 'l' } }],
};
const twoOfMilk: Change = {
  act: 'consume',
  items: [{ product: 'mleko', amount: { kind: 'measure', value: '2', unit: 'szt', isBare: true } }],
};
const mozzarella: Change = { act: 'consume', items: [{ product: 'ser mozzarella', amount: null }] };

const adding: Before = { last: milk, change: milk, products: ['mleko'] };
const eating: Before = { last: breakfast, change: breakfast, products: ['jajka', 'masło'] };
const which: Before = {
  last: someMilk,
  pending: { change: someMilk, item: 0, choices: ['mleko UHT 3,2%', 'mleko owsiane'] },
};
const howMuch: Before = { pending: { change: twoOfMilk, item: 0, choices: [] } };
const stock: Before = { last: { act: 'howMuch', product: 'jajka' }, products: ['jajka'] };
const money: Before = {
  last: {
    act: 'spending',
    on: 'nabiał',
    shop: null,
    periods: [{ from: '2026-05-01', to: '2026-05-31' }],
  },
};
const may = { from: '2026-05-01', to: '2026-05-31' };
const june = { from: '2026-06-01', to: '2026-06-30' };
const shops: Before = {
  last: { act: 'spending', on: null, shop: null, by: 'shop', periods: [] },
};
const months: Before = {
  last: { act: 'spending', on: null, shop: 'Lidl', periods: [june] },
  periods: [may, june],
};
const other = (name: string): Before => ({ last: someMilk, change: someMilk, others: [name] });

test.each<[string, Language, Before, string]>([
  ['actually do throw away the hummus, all of it', 'en', {}, 'waste all hummus'],
  ['ok actually I used 2 eggs', 'en', {}, 'consume 2 szt eggs'],
  ['and at Lidl altogether that month?', 'en', money, 'spending @lidl 2026-05-01..2026-05-31'],
  ['a w Lidlu w sumie wtedy?', 'pl', money, 'spending @lidlu 2026-05-01..2026-05-31'],
  ['to ile mnie w sumie wyszły zakupy w Biedronce?', 'pl', {}, 'spending @biedronce'],
  ['ile dałam za tę kawę?', 'pl', {}, 'spending kawe'],
  ['ile wyniosły wydatki na mięso?', 'pl', {}, 'spending mieso'],
  ['w jakim sklepie wydaję najwięcej?', 'pl', {}, 'spending-by-shop'],
  ['gdzie zostawilam najwiecej kasy w maju', 'pl', {}, 'spending-by-shop 2026-05-01..2026-05-31'],
  ['który sklep jest najdroższy?', 'pl', {}, 'spending-by-shop'],
  ['gdzie najwięcej wydajemy na mięso', 'pl', {}, 'spending-by-shop mieso'],
  ['which supermarket do we spend the most in?', 'en', {}, 'spending-by-shop'],
  ['where does all my money go', 'en', {}, 'spending-by-shop'],
  ['what store cost me most in may?', 'en', {}, 'spending-by-shop 2026-05-01..2026-05-31'],
  ['a w maju?', 'pl', shops, 'spending-by-shop 2026-05-01..2026-05-31'],
  ['a w Netto?', 'pl', shops, 'spending @netto'],
  ['and how much was that in may', 'en', shops, 'spending-by-shop 2026-05-01..2026-05-31'],
  ['and aldi in june', 'en', shops, 'spending @aldi 2026-06-01..2026-06-30'],
  [
    'a za oba te miesiące razem?',
    'pl',
    months,
    'spending @lidl 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
  [
    'and both months together at Aldi?',
    'en',
    months,
    'spending @aldi 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
  [
    'how much did we spend at Lidl, may and june?',
    'en',
    {},
    'spending @lidl 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
  [
    'ile wydałam w Lidlu, maj i czerwiec',
    'pl',
    {},
    'spending @lidlu 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
  ['how much was all the food in may?', 'en', {}, 'spending 2026-05-01..2026-05-31'],
  ['how much was all the shopping in june?', 'en', money, 'spending 2026-06-01..2026-06-30'],
  [
    'and at Aldi altogether, may and june?',
    'en',
    money,
    'spending @aldi 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
  ['ile mma jajek?', 'pl', {}, 'howMuch jajek'],
  ['iel jest mleka', 'pl', {}, 'howMuch mleka'],
  ['how mcuh flour is there', 'en', {}, 'howMuch flour'],
  ['how much flour do we really have?', 'en', {}, 'howMuch flour'],
  ['mam w ogóle ocet?', 'pl', {}, 'howMuch ocet'],
  ['nie, jednak 3', 'pl', adding, '~ add 3 l mleko until 2027-03-14'],
  ['no, make it 4', 'en', adding, '~ add 4 l mleko until 2027-03-14'],
  ['raczej 1 litr', 'pl', adding, '~ add 1 l mleko until 2027-03-14'],
  ['3 nie 2', 'pl', adding, '~ add 3 l mleko until 2027-03-14'],
  ['sorry, i meant 5', 'en', adding, '~ add 5 l mleko until 2027-03-14'],
  ['nie, do 20 marca', 'pl', adding, '~ add 2 l mleko until 2027-03-20'],
  ['jednak do zamrażarki', 'pl', adding, '~ add 2 l mleko until 2027-03-14 @freezer'],
  ['pomyłka, miało być pół litra', 'pl', adding, '~ add 0.5 l mleko until 2027-03-14'],
  ['to samo jeszcze raz', 'pl', adding, 'add 2 l mleko until 2027-03-14'],
  ['same again', 'en', adding, 'add 2 l mleko until 2027-03-14'],
  ['jajka 3', 'pl', eating, '~ consume 3 szt jajka + 100 g maslo'],
  ['nie, jajek 3', 'pl', eating, '~ consume 3 szt jajka + 100 g maslo'],
  ['nie, jednak 3', 'pl', eating, 'undefined'],
  ['to owsiane', 'pl', which, 'consume 0.5 l mleko owsiane'],
  ['uht', 'pl', which, 'consume 0.5 l mleko uht 3,2%'],
  ['1', 'pl', which, 'consume 0.5 l mleko uht 3,2%'],
  ['ta druga', 'pl', which, 'consume 0.5 l mleko owsiane'],
  ['the oat one', 'en', which, 'consume 0.5 l mleko owsiane'],
  ['oat milk please', 'en', which, 'consume 0.5 l mleko owsiane'],
  ['the second', 'en', which, 'consume 0.5 l mleko owsiane'],
  ['zużyłem to owsiane', 'pl', which, 'consume 0.5 l mleko owsiane'],
  ['ile mam jajek?', 'pl', which, 'howMuch jajek'],
  ['jaka pogoda', 'pl', which, 'undefined'],
  ['tego zwykłego', 'pl', which, 'undefined'],
  ['pół litra', 'pl', howMuch, 'consume 0.5 l mleko'],
  ['about 200 ml', 'en', howMuch, 'consume 200 ml mleko'],
  ['a mleka?', 'pl', stock, 'howMuch mleka'],
  ['and butter?', 'en', stock, 'howMuch butter'],
  ['what about the cheese?', 'en', stock, 'howMuch cheese'],
  ['a masło?', 'pl', { last: { act: 'where', product: 'kefir' } }, 'where maslo'],
  ['a w czerwcu?', 'pl', money, 'spending nabial 2026-06-01..2026-06-30'],
  ['a w Lidlu?', 'pl', money, 'spending nabial @lidlu 2026-05-01..2026-05-31'],
  ['a na mięso?', 'pl', money, 'spending mieso 2026-05-01..2026-05-31'],
  ['and in june?', 'en', money, 'spending nabial 2026-06-01..2026-06-30'],
  ['and on meat?', 'en', money, 'spending meat 2026-05-01..2026-05-31'],
  ['a ten drugi?', 'pl', other('mleko UHT 3,2%'), 'howMuch mleko uht 3,2%'],
  ['a tego drugiego ile zostało?', 'pl', other('mleko UHT 3,2%'), 'howMuch mleko uht 3,2%'],
  [
    'and how much of the other one do we have?',
    'en',
    other('ser mozzarella'),
    'howMuch ser mozzarella',
  ],
  ['move it to the fridge pls', 'en', { products: ['ketchup'] }, 'move ketchup @fridge'],
  ['when do they go off?', 'en', { products: ['banana'] }, 'bestBefore banana'],
  ['a to nowe mleko do kiedy jest wazne?', 'pl', adding, 'bestBefore mleko'],
  ['i jeszcze 2 cebule', 'pl', eating, 'consume 2 szt cebule'],
  ['zamroź je', 'pl', { products: ['pierogi ruskie'] }, 'freeze pierogi ruskie'],
  ['wyrzuć to', 'pl', { products: ['śmietana 18%'] }, 'waste smietana 18%'],
  ['dzięki', 'pl', adding, 'undefined'],
  ['bez cebuli', 'pl', adding, 'undefined'],
  ['na 6 osób', 'pl', adding, 'undefined'],
  [
    'no, the cheddar',
    'en',
    { change: mozzarella, others: ['ser cheddar'] },
    '~ consume ser cheddar',
  ],
  [
    'a ile w sumie zostawiłem w Biedronce w maju i czerwcu',
    'pl',
    money,
    'spending @biedronce 2026-05-01..2026-05-31 2026-06-01..2026-06-30',
  ],
])('“%s” (%s) behind %j comes to: %s', (message, language, before, expected) => {
  const talk = { ...NOTHING_SAID, ...before };
  const { requests, corrects } = readTalk(message, talk, { language, today: '2026-11-28' });
  const read = requests.map(inShort).join(' ; ') || 'undefined';
  // `~` takes the place of what is proposed.
  expect(`${corrects ? '~ ' : ''}${read}`).toBe(expected);
});

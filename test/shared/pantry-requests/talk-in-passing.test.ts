import { expect, test } from 'vitest';
import type { Language } from '#shared/language/lemma.ts';
import { readTalk } from '#shared/pantry-requests/read-talk.ts';
import type { Change } from '#shared/pantry-requests/request.ts';
import { NOTHING_SAID, type TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { inShort } from './in-short.ts';

type Before = Partial<TalkSoFar>;

const eatenPears: Change = {
  act: 'consume',
  items: [{ product: 'gruszki', amount: { kind: 'measure', value: '1', unit: 'szt' } }],
};
const pouredMilk: Change = {
  act: 'waste',
  items: [{ product: 'mleko', amount: { kind: 'measure', value: '300', unit: 'ml' } }],
};
const newBeer: Change = {
  act: 'add',
  items: [{ product: 'piwo', amount: { kind: 'measure', value: '6', unit: 'szt', isBare: true } }],
};
const someCheese: Change = { act: 'consume', items: [{ product: 'ser', amount: null }] };
const pears: Before = { last: eatenPears, change: eatenPears, products: ['gruszki'] };
const milk: Before = { last: pouredMilk, change: pouredMilk, products: ['mleko'] };
const beer: Before = { last: newBeer, change: newBeer, products: ['piwo'] };
const twoShops: Before = {
  last: { act: 'spending', on: null, shop: 'Aldi', periods: [] },
  spendings: [
    { on: null, shop: 'Netto', periods: [{ from: '2026-11-27', to: '2026-11-27' }] },
    { on: null, shop: 'Aldi', periods: [] },
  ],
};
const asked: Before = { last: { act: 'howMuch', product: 'kasza' }, products: ['kasza'] };
const which: Before = {
  last: someCheese,
  pending: { change: someCheese, item: 0, choices: ['ser żółty', 'ser kozi', 'mleko 2%'] },
};

test.each<[string, Language, Before, string]>([
  // What was done, in a few words and as people say it.
  ['poured half of the cream away, it was off', 'en', {}, 'waste 0.5 of cream because off'],
  ['zjodech 2 gruszki', 'pl', {}, 'consume 2 szt gruszki'],
  ['kupiłech 3 piwa', 'pl', {}, 'add 3 szt piwa'],
  ['albo jednak wyrzuć ten kefir, śmierdzi', 'pl', {}, 'waste kefir because smierdzi'],
  ['a nie, to gruszki były, zjadłem 2 gruszki', 'pl', {}, 'consume 2 szt gruszki'],
  ['ate the bloody last pear', 'en', {}, 'consume last pear'],
  ['zjadłam obie gruszki', 'pl', {}, 'consume 2 szt gruszki'],
  ['used both yoghurts', 'en', {}, 'consume 2 szt yoghurts'],
  ['binned both of the leeks', 'en', {}, 'waste 2 szt leeks'],
  // One more of the same, or the rest.
  ['i jeszcze jedną', 'pl', pears, 'consume 1 szt gruszki'],
  ['and two more', 'en', pears, 'consume 2 szt gruszki'],
  ['and the rest', 'en', milk, 'waste all mleko'],
  ['a resztę też', 'pl', milk, 'waste all mleko'],
  ['i jeszcze 200 ml', 'pl', milk, 'waste 200 ml mleko'],
  ['another one', 'en', pears, 'consume 1 szt gruszki'],
  ['and 1 onion', 'en', pears, 'consume 1 szt onion'],
  ['a i 2 cebule', 'pl', pears, 'consume 2 szt cebule'],
  // An amount that is said anew.
  ['add 4 lemons no wait 5', 'en', {}, 'add 5 szt lemons'],
  ['dodaj 2 kg mąki, nie, 3', 'pl', {}, 'add 3 kg maki'],
  ['kupiłam 6 jajek, czekaj, 10', 'pl', {}, 'add 10 szt jajek'],
  ['used 200 g of rice sorry 300 g', 'en', {}, 'consume 300 g rice'],
  ['zjadłem 2 jabłka, znaczy 3', 'pl', {}, 'consume 3 szt jablka'],
  ['bought 3 limes, or rather 4', 'en', {}, 'add 4 szt limes'],
  ['czekaj, nie 6 tylko 8 ich było', 'pl', beer, '~ add 8 szt piwo'],
  ['no hang on, it was 12 not 6', 'en', beer, '~ add 12 szt piwo'],
  ['nie 6, tylko 4', 'pl', beer, '~ add 4 szt piwo'],
  ['I meant 1 kg of rice, add that', 'en', {}, 'add 1 kg rice'],
  // Said twice, it came once.
  ['to dopisz pół kilo, właśnie kupiłam', 'pl', asked, 'add 0.5 kg kasza'],
  ['ok add 300 g of it, just bought it', 'en', asked, 'add 300 g kasza'],
  ['dodaj 2 masła, dopiero co kupione', 'pl', {}, 'add 2 szt masla'],
  // There is more or less of it than the stock says.
  ['masz źle zapisane, cukru jest 1 kg a nie 2', 'pl', {}, 'count 1 kg cukru'],
  ['to nieprawda, w lodówce są 3 jogurty, nie 5', 'pl', {}, 'count 3 szt jogurty'],
  ['jajek jest tylko 6, nie 10', 'pl', {}, 'count 6 szt jajek'],
  ['źle masz, mamy 4 cebule', 'pl', {}, 'count 4 szt cebule'],
  ["that's wrong, there are only 2 leeks, not 5", 'en', {}, 'count 2 szt leeks'],
  ['we have 500 g of butter, not 250 g', 'en', {}, 'count 500 g butter'],
  ['no that’s not right, there’s just 1 l of milk', 'en', {}, 'count 1 l milk'],
  ['there are 7 pears left not 9', 'en', {}, 'count 7 szt pears'],
  ['jest 400 g, a nie 700', 'pl', asked, 'count 400 g kasza'],
  ['mam tylko 3 jajka i mąkę', 'pl', {}, 'undefined'],
  ['we have only 3 eggs', 'en', {}, 'undefined'],
  // Which one, and how much of it.
  ['the goat one, all of it', 'en', which, 'consume all ser kozi'],
  ['ten kozi, cały', 'pl', which, 'consume all ser kozi'],
  ['zwykły, żółty, do końca', 'pl', which, 'consume all ser zolty'],
  ['kozi, 50 g', 'pl', which, 'consume 50 g ser kozi'],
  ['to zwykłe, 2%', 'pl', which, 'consume mleko 2%'],
  // Spent in both, on everything, and where.
  ['a w obu razem?', 'pl', twoShops, 'spending @netto 2026-11-27..2026-11-27 + spending @aldi'],
  ['so both together?', 'en', twoShops, 'spending @netto 2026-11-27..2026-11-27 + spending @aldi'],
  ['a w ogóle na wszystko?', 'pl', twoShops, 'spending @aldi'],
  ['and on everything?', 'en', twoShops, 'spending @aldi'],
  ['which shop was that?', 'en', twoShops, 'spending-by-shop'],
  // Asked by the way.
  ['ile tam jescze soli mamy, kochanieńki', 'pl', {}, 'howMuch soli'],
  ['how much bloody salt is left', 'en', {}, 'howMuch salt'],
  ['a za ile ja to masło kupiłam?', 'pl', {}, 'spending maslo'],
  ['what did I pay for the cocoa?', 'en', {}, 'spending cocoa'],
])('“%s” (%s)', (said, language, before, expected) => {
  const talk = { ...NOTHING_SAID, ...before };
  const { requests, corrects } = readTalk(said, talk, { language, today: '2026-11-28' });
  const short = requests.map(inShort).join(' & ') || 'undefined';
  expect(corrects ? `~ ${short}` : short).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { extractSlots } from '#shared/slots/extract-slots.ts';

/** A Wednesday. */
const TODAY = '2026-05-13';

async function items(text: string, language?: 'pl' | 'en') {
  const found = await extractSlots(text, { today: TODAY, language });
  return found.items.map(({ product, quantity, expires }) =>
    [
      product.name,
      quantity && `${quantity.value} ${quantity.unit}`,
      expires && `until ${expires.to}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

describe('an amount and a day belong to the food they stand with', () => {
  test.each([
    [
      'dodaj 2 mleka, ważne do 14 czerwca i pół kostki masła',
      ['mleko, 2 szt, until 2026-06-14', 'masło, 0.5 opak'],
    ],
    [
      'dodaj pół litra śmietany ważnej do piątku oraz 20 dag sera ważnego do 1 czerwca',
      ['śmietana, 0.5 l, until 2026-05-15', 'ser, 200 g, until 2026-06-01'],
    ],
    [
      'wrzuć na listę: mleko, jajka 10 szt., 2 bułki, ser żółty 20 dag',
      ['mleko', 'jajko, 10 szt', 'bułka, 2 szt', 'ser żółty, 200 g'],
    ],
    ['masło - 2 kostki, piwo x6, jajka: 12', ['masło, 2 opak', 'piwo, 6 szt', 'jajko, 12 szt']],
    [
      'kurczak ważny do 16 maja, ser do 1 czerwca',
      ['kurczak, until 2026-05-16', 'ser, until 2026-06-01'],
    ],
    [
      'add yogurt 400g expires 20/06 and 3 rotten tomatoes',
      ['yogurt, 400 g, until 2026-06-20', 'tomato, 3 szt'],
    ],
    [
      'half a kilo of chicken thighs, best before the 20th of May',
      ['chicken thigh, 0.5 kg, until 2026-05-20'],
    ],
    ['milk: 2 litres, butter: 1 pack, eggs: 10', ['milk, 2 l', 'butter, 1 opak', 'egg, 10 szt']],
  ])('%s', async (text, expected) => {
    expect(await items(text)).toEqual(expected);
  });
});

test('a title and a town named as a day are no days', async () => {
  const titled = await extractSlots('przepis „Leniwa sobota” na jutro', { today: TODAY });
  expect(titled.dates).toMatchObject([{ from: '2026-05-14' }]);
  const town = await extractSlots('w Środzie Śląskiej kupiłam 2 kg szparagów', { today: TODAY });
  expect(town.dates).toEqual([]);
  expect(town.places).toMatchObject([{ name: 'Środa Śląska' }]);
});

test('an end alone begins today, unless something keeps until then', async () => {
  const { dates } = await extractSlots('do piątku zjedz ser', { today: TODAY, language: 'pl' });
  expect(dates).toMatchObject([{ from: TODAY, to: '2026-05-15', bound: 'until' }]);
  const kept = await extractSlots('ser ważny do piątku', { today: TODAY, language: 'pl' });
  expect(kept.items).toMatchObject([{ expires: { from: '2026-05-15', to: '2026-05-15' } }]);
});

test('every slot says where it stands', async () => {
  const text = 'Ania kupila wczoraj w Krakowie 2 kg maki za 7,50 zl';
  const slots = await extractSlots(text, { today: TODAY, people: ['Ania'] });
  const at = (all: readonly { at: number; end: number }[]) =>
    all.map((one) => text.slice(one.at, one.end));
  expect(at(slots.people)).toEqual(['Ania']);
  expect(at(slots.dates)).toEqual(['wczoraj']);
  expect(at(slots.places)).toEqual(['Krakowie']);
  expect(at(slots.quantities)).toEqual(['2 kg']);
  expect(at(slots.products)).toEqual(['maki']);
  expect(at(slots.money)).toEqual(['7,50 zl']);
  expect(slots.products).toMatchObject([{ productId: 'maka-pszenna', name: 'mąka' }]);
});

test('what is neither food nor amount is left alone', async () => {
  const text = 'mleko 2% i rogalik 7 Days, obiad na 4 osoby do 30 minut, pora na kolację';
  const slots = await extractSlots(text, { today: TODAY, language: 'pl' });
  expect(slots.products.map(({ name }) => name)).toEqual(['mleko', 'rogalik']);
  expect([slots.quantities, slots.dates, slots.money]).toEqual([[], [], []]);
});

test('doughnuts are no packages', async () => {
  expect(await items('kup 2 pączki i 2 paczki herbaty')).toEqual([
    'pączek, 2 szt',
    'herbata, 2 opak',
  ]);
});

test('where marks cannot be put back, the text is read as it stands', async () => {
  const slots = await extractSlots('wyrzucilem w poniedzialek 2 pomidory', {
    today: TODAY,
    withMarks: () => Promise.reject(new Error('no binary')),
  });
  expect(slots.dates).toMatchObject([{ from: '2026-05-11', to: '2026-05-11' }]);
  expect(slots.items).toMatchObject([
    { product: { productId: 'pomidory' }, quantity: { value: '2' } },
  ]);
});

test('a text with marks is not sent through the network', async () => {
  const withMarks = () => Promise.reject(new Error('asked'));
  const slots = await extractSlots('zużyłam masło', { today: TODAY, language: 'pl', withMarks });
  expect(slots.products).toMatchObject([{ productId: 'maslo', words: 'masło', at: 8, end: 13 }]);
});

test.each([
  '',
  '   ',
  '!!!',
  '1 '.repeat(3000),
  'ma'.repeat(3000),
  '\u0000\u0007',
  'do do do od od za 1/0',
])('nothing is found in nonsense, and nothing fails (case %#)', async (text) => {
  const slots = await extractSlots(text, { today: TODAY });
  expect([slots.dates, slots.products, slots.quantities, slots.items]).toEqual([[], [], [], []]);
});

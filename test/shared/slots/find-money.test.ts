import { expect, test } from 'vitest';
import { findMoney } from '#shared/slots/find-money.ts';

test.each([
  ['12,49 zł', 'pl', '12.49 PLN'],
  ['12 zł 50 gr', 'pl', '12.50 PLN'],
  ['5 zł i 20 groszy', 'pl', '5.20 PLN'],
  ['pięć złotych za koperek', 'pl', '5.00 PLN'],
  ['dwadzieścia pięć złotych', 'pl', '25.00 PLN'],
  ['1 200 zł', 'pl', '1200.00 PLN'],
  ['50 groszy', 'pl', '0.50 PLN'],
  ['dwie kostki po 7,99', 'pl', '7.99 null'],
  ['masło kosztowało mnie 8,49', 'pl', '8.49 null'],
  ['chleb 4,99, masło 7,49', 'pl', '4.99 null 7.49 null'],
  ['50 gr sera', 'pl', ''],
  ['1,50 kg i 3,2%', 'pl', ''],
  ['za 2 kg cukru', 'pl', ''],
  ['£3.20', 'en', '3.20 GBP'],
  ['€7.50 and $12', 'en', '7.50 EUR 12.00 USD'],
  ['a budget of 1,200 zł', 'en', '1200.00 PLN'],
  ['twenty quid', 'en', '20.00 GBP'],
  ['1 kg of sugar cost me 4 pounds', 'en', '4.00 GBP'],
  ['two loaves for 6 pounds', 'en', '6.00 GBP'],
  ['ten pounds on food, 80p each', 'en', '10.00 GBP 0.80 GBP'],
  ['41 pounds and 5 pence', 'en', '41.05 GBP'],
  ['the receipt says eleven ninety-nine', 'en', '11.99 null'],
  ['milk was 1.20, eggs were three fifty', 'en', '1.20 null 3.50 null'],
  ['sixty quid, Declan only fifteen', 'en', '60.00 GBP 15.00 GBP'],
  ['wydał stówę, a ja dwieście', 'pl', '100.00 PLN 200.00 PLN'],
  ['za dwie dychy, potem 3 jajka', 'pl', '20.00 PLN'],
  ['dwadzieścia trzy jajka', 'pl', ''],
  ['4 pounds of beef', 'en', ''],
  ['2 pounds beef', 'en', ''],
] as const)('%s', (text, language, expected) => {
  const found = findMoney(text, language).map(({ value, currency }) => `${value} ${currency}`);
  expect(found.join(' ')).toBe(expected);
});

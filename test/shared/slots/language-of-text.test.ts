import { expect, test } from 'vitest';
import { languageOfText } from '#shared/slots/language-of-text.ts';

test.each([
  ['zużyłam masło', 'pl'],
  ['kupilem wczoraj 2 mleka', 'pl'],
  ['pomidory', 'pl'],
  ['freeze 2 chicken breasts', 'en'],
  ['the past week cost 250 zł', 'en'],
  ["Michał doesn't eat pork", 'en'],
  ['123', 'pl'],
] as const)('%s', (text, language) => {
  expect(languageOfText(text, ['Michał'])).toBe(language);
});

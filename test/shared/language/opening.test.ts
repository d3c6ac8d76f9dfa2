import { expect, test } from 'vitest';
import { withoutOpening } from '#shared/language/opening.ts';

test.each([
  ['poczekaj, a cukru ile jest?', 'a cukru ile jest?'],
  ['czekaj czekaj, ile mamy kaszy', 'ile mamy kaszy'],
  ['a właśnie, gdzie jest masło', 'gdzie jest masło'],
  ['no a w żabce?', 'a w żabce?'],
  ['dobra, to co z tym ciastem', 'to co z tym ciastem'],
  ['ok czekaj a mleko?', 'a mleko?'],
  ['so um how much flour is there', 'how much flour is there'],
  ['btw, where is the salt', 'where is the salt'],
  ['really? and how many carrots', 'and how many carrots'],
  ['how many carrots do we have btw?', 'how many carrots do we have?'],
  ['hmm, ile to kosztowało', 'ile to kosztowało'],
  ['right and what about june', 'and what about june'],
  ['wait, how long does it take', 'how long does it take'],
])('“%s” says “%s”', (said, meant) => {
  expect(withoutOpening(said)).toBe(meant);
});

test.each([
  'no, make it 4',
  'no cheese please',
  'dobra zupa na obiad',
  'so what do I cook',
  'well done steak',
  'really good soup',
  'ok',
  'no',
  'nie, jednak 3',
  'super',
  'right',
  'fine sugar, 1 kg',
])('“%s” stays as it is', (said) => {
  expect(withoutOpening(said)).toBe(said);
});

import { type Random, randomFrom } from '#test/synthetic/random.ts';

/** First and last code points of letters and of pictures, of alphabets that use marks and of such that do not. */
const BLOCKS: readonly (readonly [string, number, number])[] = [
  ['Greek', 0x3b1, 0x3c1],
  ['Cyrillic', 0x430, 0x45f],
  ['Armenian', 0x561, 0x586],
  ['Hebrew', 0x5d0, 0x5ea],
  ['Arabic', 0x628, 0x64a],
  ['Devanagari', 0x904, 0x939],
  ['Thai', 0xe01, 0xe2e],
  ['Georgian', 0x10d0, 0x10f0],
  ['Hiragana', 0x3041, 0x3096],
  ['Katakana', 0x30a1, 0x30fa],
  ['Han', 0x4e00, 0x9fff],
  ['Hangul', 0xac00, 0xd7a3],
  ['food', 0x1f32d, 0x1f37f],
  ['more food', 0x1f950, 0x1f96f],
  ['animals', 0x1f400, 0x1f43f],
];
const PEOPLE = [0x1f468, 0x1f469, 0x1f466, 0x1f467, 0x1f9d1];
const TONES = ['', '\u{1f3fb}', '\u{1f3fd}', '\u{1f3ff}'];

/** Names of one alphabet or of pictures each, no two of them the same; the same in every run. */
export function namesOfAllAlphabets(seed: number, count: number): string[] {
  const random = randomFrom(seed);
  const names = new Set<string>();
  while (names.size < count) names.add(oneName(random).normalize('NFC').toLowerCase());
  return [...names];
}

function oneName(random: Random): string {
  if (random.chance(0.2)) return joinedPeople(random);
  const [, from, to] = BLOCKS[random.whole(0, BLOCKS.length - 1)] ?? ['', 0x430, 0x44f];
  const letters = Array.from({ length: random.whole(1, 6) }, () => random.whole(from, to));
  const vowel = () =>
    from === 0x904 && random.chance(0.5) ? random.pick(['\u093e', '\u093f']) : '';
  return letters.map((code) => String.fromCodePoint(code) + vowel()).join('');
}

/** `👩🏽‍👦`: who stands beside whom, and in which colour, makes another picture. */
function joinedPeople(random: Random): string {
  const one = () =>
    String.fromCodePoint(PEOPLE[random.whole(0, PEOPLE.length - 1)] ?? 0x1f468) +
    (TONES[random.whole(0, TONES.length - 1)] ?? '');
  return Array.from({ length: random.whole(2, 4) }, one).join('\u200d');
}

/** Names without a letter, a digit or a picture. */
export const NAMELESS = ['%', '!', '?!', '...', '-', ' % ', '—', '"', '()', '\u200d', '&', '®', '́'];

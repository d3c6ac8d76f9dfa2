import { type Random, randomFrom } from '#test/synthetic/random.ts';

type Way = (lines: string[], random: Random) => string[];

/** What a camera, an engine or somebody hostile makes of a text; the same seed makes the same. */
export function damage(text: string, seed: number): string {
  const random = randomFrom(seed);
  let lines = text.trimEnd().split('\n');
  for (let times = random.whole(1, 4); times > 0; times -= 1)
    lines = random.pick(WAYS)(lines, random);
  return lines.join('\n');
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'O86D',
  '1': '7lI|',
  '2': 'Z7',
  '3': '8',
  '4': '9A',
  '5': '6S',
  '6': '85b',
  '7': '1',
  '8': 'B36',
  '9': '04g',
  ',': '. ',
  '.': ', ',
};
const STRANGE: readonly [string, ...string[]] = [
  '\u0000',
  '\u202e',
  '💶',
  'ﬀ',
  '٣',
  '½',
  '\u200b',
  'Ⅷ',
  '\ud800',
  '−',
  '€',
  'ß',
];

const WAYS: readonly [Way, ...Way[]] = [
  // A digit or a comma in twenty is misread.
  (lines, random) =>
    lines.map((line) =>
      [...line]
        .map((character) => {
          const others = LOOKALIKES[character];
          if (others === undefined || !random.chance(0.05)) return character;
          return others.charAt(random.whole(0, others.length - 1));
        })
        .join(''),
    ),
  (lines, random) => lines.filter(() => random.chance(0.9)),
  (lines, random) => lines.flatMap((line) => (random.chance(0.1) ? [line, line] : [line])),
  (lines, random) =>
    lines
      .map((line) => ({ line, order: random.whole(0, 1_000_000) }))
      .sort((a, b) => a.order - b.order)
      .map(({ line }) => line),
  (lines, random) => lines.map((line) => line.slice(0, random.whole(0, 60))),
  (lines, random) =>
    lines.map((line) => {
      const at = random.whole(0, line.length);
      const strange = random.pick(STRANGE);
      return random.chance(0.3) ? line.slice(0, at) + strange + line.slice(at) : line;
    }),
  (lines) => lines.map((line) => line.replace(/\s/g, '')),
  (lines) => [lines.join(' ')],
  // Amounts that are too large, too many or nothing.
  (lines, random) =>
    lines.map((line) => (random.chance(0.1) ? line.replace(/\d/g, '9').repeat(3) : line)),
  (lines, random) =>
    random.chance(0.05)
      ? Array.from({ length: 600 }, (_, at) => lines[at % lines.length] ?? '')
      : lines,
  (lines, random) =>
    lines.map((line) =>
      random.chance(0.02) ? line.repeat(Math.ceil(20_000 / (line.length + 1))) : line,
    ),
];

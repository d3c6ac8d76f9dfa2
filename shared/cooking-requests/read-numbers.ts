import type { MessageScanner } from '#shared/statements/message-scanner.ts';

const NUMBERS: readonly (readonly [number, string])[] = [
  [1, 'jedn(?:ej|ego|a|ą)|mnie|siebie|one|me|myself'],
  [2, 'dw(?:ie|a|och|oje|ojga|ojki)|nas dwoje|two|the two of us'],
  [3, 'trz(?:ech|y)|troj(?:ga|e|ki)|three'],
  [4, 'czter(?:ech|y|ej)|czworga|czworo|four'],
  [5, 'pieciu|piec|pieciorga|five'],
  [6, 'szesciu|szesc|six'],
  [7, 'siedmiu|siedem|seven'],
  [8, 'osmiu|osiem|eight'],
  [10, 'dziesieciu|dziesiec|ten'],
  [12, 'dwunastu|twelve'],
];
const WORDS = NUMBERS.map(([, words]) => words).join('|');
const NUMBER = `(\\d{1,3}|${WORDS})`;
const PEOPLE_NOUNS =
  '(?:osob\\w*|porcj\\w*|ludzi|doroslych|people|persons?|servings?|portions?|guests?|gosci|adults)';
const EXACT = NUMBERS.map(([value, words]) => [value, new RegExp(`^(?:${words})$`)] as const);

const PEOPLE = [
  new RegExp(`\\b(?:dla|na|for|serves?|feeds?|do)\\s${NUMBER}\\s${PEOPLE_NOUNS}\\b`),
  new RegExp(`\\b(?:dla|for)\\s${NUMBER}(?![\\w-])(?!\\s(?:min|godz|hour|dni|day|zl))`),
  new RegExp(`\\b${NUMBER}\\s${PEOPLE_NOUNS}\\b`),
  /\b(?:jest|bedzie|are|we are) (?:nas )?(\d{1,2})\b/,
];

/** `dla 4 osób`, `na 6 porcji`, `for two`: how many eat; null when it is not given. */
export function readPeople(scanner: MessageScanner): number | null {
  for (const pattern of PEOPLE) {
    const number = numberOf(scanner.take(pattern)?.match[1]);
    if (number !== null && number >= 1 && number <= 100) return number;
  }
  return null;
}

const BOUND =
  '(?:\\b(?:w|do|max|maks\\w*|ponizej|najwyzej|mam|in|within|under|less than|at most|up to|only)\\s)?';
const MINUTES = new RegExp(`${BOUND}(\\d{1,3})\\s?-?\\s?(?:min(?:ut\\w*|utes?)?\\b|')`);
const HOURS = new RegExp(
  `${BOUND}(\\d{1,2})(?:[.,](\\d))?\\s?(?:h\\b|godzin\\w*|godz\\b|hours?\\b|hrs?\\b)`,
);
const MINUTES_IN_WORDS: readonly (readonly [number, RegExp])[] = [
  [90, new RegExp(`${BOUND}(?:poltorej godziny|an hour and a half)`)],
  [30, new RegExp(`${BOUND}(?:pol godziny|half an hour|half hour|polgodzin\\w*)`)],
  [15, new RegExp(`${BOUND}(?:kwadrans\\w*|(?:a )?quarter of an hour)`)],
  [60, new RegExp(`${BOUND}(?:godzin[ekyi]\\w*|an hour|one hour)`)],
];
/** Nobody who is in a hurry says how many minutes. */
const HURRY =
  /\b(?:na szybko|szyb(?:k|sz)\w+|blyskawiczn\w+|ekspresow\w+|nie mam czasu|quick\w*|fast|in a hurry|no time)\b/;

/** How long it may take; `szybko` is half an hour. Null when it is not given. */
export function readMinutes(scanner: MessageScanner): number | null {
  const hours = scanner.take(HOURS)?.match;
  const minutes = scanner.take(MINUTES)?.match;
  if (hours !== undefined || minutes !== undefined) {
    const [whole, tenth] = [Number(hours?.[1] ?? 0), Number(hours?.[2] ?? 0)];
    scanner.has(HURRY);
    return whole * 60 + tenth * 6 + Number(minutes?.[1] ?? 0);
  }
  for (const [value, pattern] of MINUTES_IN_WORDS) {
    if (scanner.has(pattern)) return value;
  }
  return scanner.has(HURRY) ? 30 : null;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  return EXACT.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** What the terminal says itself, beside what the assistant says. */
export const WORDS = {
  pl: {
    hello:
      'Napisz, o co chodzi. „tak” potwierdza propozycję, „zostaw” odrzuca, „cofnij” cofa.\n' +
      '/ok, /nie i /cofnij robią to samo bez słów, /nowa zaczyna nową rozmowę, /koniec kończy.',
    proposal: 'propozycja',
    confirmed: 'Zrobione.',
    rejected: 'Odrzucone.',
    undone: 'Cofnięte.',
    fresh: 'Nowa rozmowa.',
    nothingOpen: 'Żadna propozycja nie czeka.',
    nothingDone: 'Nie ma czego cofnąć.',
    unknown: 'Nie ma takiego polecenia.',
    again: 'połączenie zerwane, ciąg dalszy:',
  },
  en: {
    hello:
      'Say what you need. “yes” confirms a proposal, “leave it” rejects it, “undo” takes it back.\n' +
      '/ok, /no and /undo do the same without words, /new begins another session, /quit ends.',
    proposal: 'proposal',
    confirmed: 'Done.',
    rejected: 'Rejected.',
    undone: 'Undone.',
    fresh: 'A new session.',
    nothingOpen: 'No proposal waits.',
    nothingDone: 'There is nothing to undo.',
    unknown: 'There is no such command.',
    again: 'the connection broke, it goes on:',
  },
} as const;
export type Words = (typeof WORDS)['pl' | 'en'];

/** Commands of both languages, whichever the terminal speaks. */
export const COMMANDS = {
  '/ok': 'confirm',
  '/nie': 'reject',
  '/no': 'reject',
  '/cofnij': 'undo',
  '/undo': 'undo',
  '/nowa': 'new',
  '/new': 'new',
  '/koniec': 'quit',
  '/quit': 'quit',
} as const satisfies Readonly<Record<`/${string}`, string>>;
export type Command = (typeof COMMANDS)[keyof typeof COMMANDS];

export function commandOf(line: string): Command | undefined {
  const found = Object.entries(COMMANDS).find(([word]) => word === line.toLowerCase());
  return found?.[1];
}

import type { Language } from '#shared/language/lemma.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { findPattern } from './cue-patterns.ts';
import cues from './data/cues.json' with { type: 'json' };

/** Questions go before changes: `ile wyrzuciłam` throws nothing away. */
const QUESTIONS = [
  'undo',
  'spending',
  'wasted',
  'expired',
  'bestBefore',
  'expiring',
  'where',
  'list',
  'howMuch',
] as const;
const CHANGES = [
  'open',
  'freeze',
  'thaw',
  'waste',
  'addNow',
  'finish',
  'consume',
  'move',
  'add',
] as const;
const CHANGING = '+act';

export type CueName = (typeof QUESTIONS)[number] | (typeof CHANGES)[number];

export interface Cue {
  readonly name: CueName;
  /** Places of its words, in order. */
  readonly at: readonly number[];
}

/** What a piece of a message is about, by the words that say so. */
export function findQuestion(tokens: readonly Token[], language: Language): Cue | undefined {
  return firstOf(QUESTIONS, tokens, language);
}

export function findChange(tokens: readonly Token[], language: Language): Cue | undefined {
  return firstOf(CHANGES, tokens, language);
}

/** All words of a piece that say what it is about: `went off so I threw it out` says it twice. */
export function cueWords(
  { cue, tokens }: { readonly cue: Cue | undefined; readonly tokens: readonly Token[] },
  language: Language,
): number[] {
  if (cue === undefined) return [];
  return [...cue.at, ...cues[cue.name][language].flatMap((one) => findPattern(one, tokens) ?? [])];
}

/** Whether it is denied, wished or asked about rather than done: `nie wyrzucaj`, `can i freeze`. */
export function isBarred(tokens: readonly Token[], language: Language): boolean {
  return cues.barred[language].some((pattern) => {
    const [words, changing] = pattern.split(` ${CHANGING}`);
    const at = findPattern(words ?? '', tokens);
    if (at === undefined || changing === undefined) return at !== undefined;
    const next = (at.at(-1) ?? 0) + 1;
    const change = findChange(tokens.slice(next, next + 3), language);
    return change?.at[0] === 0 || change?.at[0] === 1;
  });
}

function firstOf<Name extends CueName>(
  names: readonly Name[],
  tokens: readonly Token[],
  language: Language,
): Cue | undefined {
  for (const name of names) {
    for (const pattern of cues[name][language]) {
      const at = findPattern(pattern, tokens);
      if (at !== undefined) return { name, at };
    }
  }
  return undefined;
}

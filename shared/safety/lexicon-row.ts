import { ALLERGENS, type Allergen } from '#shared/households/person.ts';

/** What food is made of beyond the fourteen allergens; diets are defined by these. */
const SOURCES = [
  'meat',
  'pork',
  'fish',
  'seafood',
  'dairy',
  'egg',
  'honey',
  'gelatine',
  'rennet',
  'insect',
  'animal',
  'alcohol',
] as const;
export type Source = (typeof SOURCES)[number];
/** What somebody may have to avoid, by code. */
export type Substance = Allergen | Source;
export const SUBSTANCES: readonly Substance[] = [
  ...ALLERGENS,
  ...SOURCES.filter((source) => source !== 'fish'),
];
export type Language = 'pl' | 'en';

/**
 * What naming a food says.
 * - `plain`: the word names the food.
 * - `general`: it names the whole allergen (`mleko`, `gluten`), so a claim of absence made with it counts.
 * - `implied`: a dish or product usually made with it (`chleb`, `pizza`); a claim beside it lowers that.
 * - `instead`: a compound that is something else than its parts (`mleko kokosowe`).
 * - `part`: a part of the allergen, without which the rest is still there (`bez laktozy`).
 * - `vague`: says too little to be known food (`sos`).
 * - `exempt`: made from an allergen, but named by Annex II as free of its protein (`dekstroza pszenna`);
 *   its codes say of which, and are no findings.
 */
export type Kind = (typeof KINDS)[number];
const KINDS = ['plain', 'general', 'implied', 'instead', 'part', 'vague', 'exempt'] as const;

export interface Entry {
  /** The first name of the row, as evidence and translations show it. */
  readonly name: string;
  readonly kind: Kind;
  readonly has: readonly Substance[];
  readonly may: readonly Substance[];
}

export interface Phrase {
  readonly words: readonly PhraseWord[];
  readonly language: Language;
  /** Means this only when it is all there is (`sola`, also the instrumental of salt). */
  readonly alone: boolean;
  /** A word of the other language too: not meant where the text is known to be in that one. */
  readonly oneLanguage: boolean;
  /** A dish only where no food stands beside it: `mielony`, but not `mielony łubin`. */
  readonly dish: boolean;
}

export interface PhraseWord {
  readonly lemma: string;
  /** Never inflected. */
  readonly exact: boolean;
  /** As tills cut it: meant in capitals or before a full stop only (`mint.` is pollock, mint is mint). */
  readonly till: boolean;
}

export interface Section {
  readonly kind?: string;
  /** Codes that hold for every row. */
  readonly codes?: string;
  readonly rows: readonly string[];
}

const WHERE: Partial<Record<Allergen, Source>> = {
  milk: 'dairy',
  eggs: 'egg',
  fish: 'fish',
  crustaceans: 'seafood',
  molluscs: 'seafood',
};

/** Reads `mleko, mleczko = milk : milk ~soybeans @dairy`; the grammar is in data/README.md. @throws on a slip */
export function readRow(row: string, section: Section): { entry: Entry; phrases: Phrase[] } {
  const [names = '', ...more] = row.split(' : ');
  const [polish = '', english = '', ...rest] = names.split(/(?:^|\s)= /);
  if (more.length > 1 || rest.length > 0) throw new Error(`cannot read lexicon row “${row}”`);
  const phrases = [...readNames(polish, 'pl'), ...readNames(english, 'en')];
  const kind = KINDS.find((known) => known === (section.kind ?? 'plain'));
  const first = phrases[0];
  if (kind === undefined || first === undefined) throw new Error(`no kind or name in “${row}”`);
  const name = first.words.map(({ lemma }) => lemma).join(' ');
  return {
    entry: { name, kind, ...readCodes(`${section.codes ?? ''} ${more[0] ?? ''}`) },
    phrases,
  };
}

/** Reads `milk ~soybeans @dairy`. @throws on an unknown code */
export function readCodes(codes: string): Pick<Entry, 'has' | 'may'> {
  const has = new Set<Substance>();
  const may = new Set<Substance>();
  for (const code of codes.split(' ')) {
    if (code === '') continue;
    const bare = code.replace(/^~/, '').replace(/^@/, '');
    const allergen = ALLERGENS.find((known) => known === bare);
    const source = SOURCES.find((known) => known === bare);
    const substance = code.includes('@') ? source : allergen;
    if (substance === undefined) throw new Error(`unknown code “${code}”`);
    const into = code.startsWith('~') ? may : has;
    into.add(substance);
    const implied = allergen === undefined || code.includes('@') ? undefined : WHERE[allergen];
    if (implied !== undefined) into.add(implied);
    if (substance === 'pork') into.add('meat');
  }
  return { has: [...has], may: [...may].filter((substance) => !has.has(substance)) };
}

function readNames(names: string, language: Language): Phrase[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => {
      const marks = /^[\^?*]*/.exec(name)?.[0] ?? '';
      const alone = marks.includes('^');
      const oneLanguage = marks.includes('?');
      const dish = marks.includes('*');
      return spellOut(name.slice(marks.length)).map((words) => ({
        words,
        language,
        alone,
        oneLanguage,
        dish,
      }));
    });
}

/** `mleko/napój sojowe` are two phrases; `pasta rybna/z_tuńczyka` has two words in one of its choices. */
function spellOut(name: string): PhraseWord[][] {
  // Most of a hundred thousand names have no choice.
  if (!/[/_]/.test(name)) return [name.split(' ').map(phraseWord)];
  let phrases: PhraseWord[][] = [[]];
  for (const part of name.split(' ')) {
    const choices = part.split('/').map((choice) => choice.split('_').map(phraseWord));
    phrases = phrases.flatMap((phrase) => choices.map((choice) => [...phrase, ...choice]));
  }
  return phrases;
}

/** `mint.` as tills cut it, `grana!` never inflected. */
export function phraseWord(word: string): PhraseWord {
  const till = word.endsWith('.');
  const exact = till || word.endsWith('!');
  return { lemma: exact ? word.slice(0, -1) : word, exact, till };
}

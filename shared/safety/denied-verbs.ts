import data from './data/denied-verbs.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { gapAt, joinedWordAt, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, type Token } from './tokens.ts';

/** Words `from` … `to` (exclusive) say that something is not taken: `nie daję`, `we left … out`. */
export interface DeniedVerb {
  readonly language: Language;
  readonly from: number;
  readonly to: number;
  /**
   * - `negated`: `nie daję`, `I don't use`.
   * - `left-out`: `pomijam`, `we skipped`; a further negative takes it back.
   * - `split`: `leave … out`.
   * - `gone`: `… ran out`, only behind the food.
   */
  readonly kind: 'negated' | 'left-out' | 'split' | 'gone';
  /** What must stand before the food: `zrezygnuj z`. */
  readonly preposition: ReadonlySet<string> | null;
  /** Not bought or brought: perhaps because there is enough of it. */
  readonly acquires: boolean;
  /** Polish third person: a food before it may be who acts, `ser nie daje smaku`. */
  readonly third: boolean;
}

const { pl, en } = data;
/** What stands behind the stem of a Polish verb: persons, tenses, imperatives, infinitives. */
const ENDING =
  /^i?(?:|e|esz|emy|ecie|a|i|isz|imy|icie|ysz|ymy|ycie|am|asz|amy|acie|aja|aj|ajmy|ajcie|je|jesz|jemy|jecie|ja|j|jmy|jcie|uje|ujesz|ujemy|ujecie|uja|uj|ujmy|ujcie|ijcie|my|cie|ac|c|ic|yc|owac|ano|ono|eto|to|[aiye]?l(?:a|o|i|y|am|em|as|es|ismy|ysmy|iscie|yscie)?|owal(?:a|i|am|em|ismy|ysmy)?)$/;
const NO_PERSON = /(?:trzeba|[aoe]no|to)$/;
const WORDS = foldedWords(pl.words);
const EATEN: ReadonlySet<string> = new Set([...WORDS].filter((word) => /^z?j[ea]/.test(word)));
const MODALS = foldedWords(pl.modals);
const TAKEN = new Set(en.take.filter((verb) => !verb.includes(' ')));
const EN_TAKE = spelled(en.take);
const NEGATORS = spelled(en.negators);
const NOBODY = spelled(en.nobody);
const NOBODY_WORDS = foldedWords(en.nobodyWords);
const LEAVE_OUT = spelled(en.leaveOut);
const SPLIT = spelled(en.split);
const PASSIVE = spelled(en.passive);
const EN_ACQUIRE = foldedWords(en.acquire);
const ON: ReadonlySet<string> = new Set(['na']);
const OUT_OF: ReadonlySet<string> = new Set(['z', 'ze']);
const NOBODY_REACH = 7;
const BETWEEN = foldedWords(['ever', 'even', 'actually', 'really', 'be', 'been']);

/** Of each text what was read: every food of a sentence asks for all of its words. */
const READ = new WeakMap<readonly Token[], Map<number, DeniedVerb | null>>();

/** A verb of giving, buying or eating that is denied, or one of leaving out, that begins here. */
export function deniedVerbAt(tokens: readonly Token[], at: number): DeniedVerb | null {
  const read = READ.get(tokens) ?? new Map<number, DeniedVerb | null>();
  READ.set(tokens, read);
  let verb = read.get(at);
  if (verb === undefined) {
    verb = polishAt(tokens, at) ?? englishAt(tokens, at);
    read.set(at, verb);
  }
  return verb;
}

/** Whether the word is one of taking, whoever takes: `dodaj`, `uses`. */
export function isTaking(word: string): boolean {
  return hasStem(word, pl.take) || TAKEN.has(word);
}

function polishAt(tokens: readonly Token[], at: number): DeniedVerb | null {
  const word = wordAt(tokens, at);
  if (word === 'nie') {
    const first = joinedWordAt(tokens, at + 1);
    if (MODALS.has(first) && isPolishTaking(joinedWordAt(tokens, at + 2)))
      return negated(at, at + 3, joinedWordAt(tokens, at + 2), false);
    if (isPolishTaking(first)) return negated(at, at + 2, first, isThird(tokens[at + 1]));
    // `nie smażę na maśle`
    if (!hasStem(first, pl.cook)) return null;
    return { ...negated(at, at + 2, first, false), preposition: ON };
  }
  const leftOut = (preposition: ReadonlySet<string> | null): DeniedVerb => ({
    language: 'pl',
    from: at,
    to: at + 1,
    kind: 'left-out',
    preposition,
    acquires: false,
    third: false,
  });
  if (hasStem(word, pl.leaveOut)) return leftOut(null);
  if (hasStem(word, pl.giveUp)) return leftOut(OUT_OF);
  const beside = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)];
  return hasStem(word, pl.spare) && beside.includes('sobie') ? leftOut(null) : null;
}

function negated(from: number, to: number, verb: string, third: boolean): DeniedVerb {
  const acquires = hasStem(verb, pl.acquire);
  return { language: 'pl', from, to, kind: 'negated', preposition: null, acquires, third };
}

function isPolishTaking(word: string): boolean {
  return WORDS.has(word) || hasStem(word, pl.take);
}

/** Food is no subject of eating. `daję` is mine, `daje` somebody's. */
function isThird(verb: Token | undefined): boolean {
  const { word = '', letters = '' } = verb ?? {};
  return /(?:[eaiąo]|[aiye]ł|ły|li)$/.test(letters) && !EATEN.has(word) && !NO_PERSON.test(word);
}

function englishAt(tokens: readonly Token[], at: number): DeniedVerb | null {
  const found = (kind: DeniedVerb['kind'], to: number, acquires = false): DeniedVerb => ({
    language: 'en',
    from: at,
    to,
    kind,
    preposition: null,
    acquires,
    third: false,
  });
  const no = spellingAt(tokens, at, NEGATORS);
  let verb = at + no;
  const nobody = spellingAt(tokens, at, NOBODY);
  if (nobody > 0) {
    verb = at + nobody;
    while (verb < at + NOBODY_REACH && NOBODY_WORDS.has(wordAt(tokens, verb))) verb += 1;
  }
  if (no > 0 || nobody > 0) {
    while (BETWEEN.has(wordAt(tokens, verb))) verb += 1;
    const length = joinedWordAt(tokens, verb) === '' ? 0 : spellingAt(tokens, verb, EN_TAKE);
    const acquires = EN_ACQUIRE.has(wordAt(tokens, verb));
    return length > 0 ? found('negated', verb + length, acquires) : null;
  }
  const leaves = spellingAt(tokens, at, LEAVE_OUT);
  if (leaves > 0) return found('left-out', at + leaves);
  const gone = spellingAt(tokens, at, PASSIVE);
  if (gone > 0) return found('gone', at + gone);
  const forgets = wordAt(tokens, at) === 'forget' && gapAt(tokens, at) !== 'joined';
  if (forgets) return found('left-out', at + 1);
  return spellingAt(tokens, at, SPLIT) > 0 ? found('split', at + 1) : null;
}

function hasStem(word: string, stems: readonly string[]): boolean {
  return stems.some((stem) => word.startsWith(stem) && ENDING.test(word.slice(stem.length)));
}

import claims from './data/claims.json' with { type: 'json' };
import { deniedVerbAt } from './denied-verbs.ts';
import type { Language } from './lexicon-row.ts';
import { beginsSentence, gapAt, joinedWordAt, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, type Token } from './tokens.ts';

const MARKERS = { pl: spelled(claims.absent.pl), en: spelled(claims.absent.en) };
const CONTRASTS = spelled(claims.contrasts);
const LABELS = spelled(claims.labels);
const EXISTENCE = spelled(claims.existence);
const EXCLUDING = foldedWords(claims.excluding);
const NEGATIVES = foldedWords(claims.negatives);
const BOUNDARIES = foldedWords(claims.boundaries);
const CONNECTORS = foldedWords(claims.connectors);
const OPENERS = foldedWords(claims.openers);
const LATER = foldedWords(claims.later);
const OUTER = spelled(claims.outer);
const UNNOTICED = spelled(claims.unnoticed);
const NEGATIVE_REACH = 8;
const RAN_OUT = /^(?:skonczyl|brak|zabrak|ran$|run$)/;
const REASONS = /^(?:bo|gdyz|poniewaz|because|since|as)$/;
/** Somebody got what had run out. */
export const BOUGHT = /^(?:kupil|dokupil|bought$)/;

/** How many words at `at` say that what follows is not there; 0 for none, or where it is said not to be so. */
export function absenceAt(tokens: readonly Token[], at: number, language: Language | null): number {
  const length = Math.max(markerAt(tokens, at, language), contrastAt(tokens, at, language));
  if (length === 0 || isCancelled(tokens, at, length)) return 0;
  return length;
}

function markerAt(tokens: readonly Token[], at: number, language: Language | null): number {
  const polish = language === 'en' ? 0 : spellingAt(tokens, at, MARKERS.pl);
  const english = language === 'pl' ? 0 : spellingAt(tokens, at, MARKERS.en);
  return Math.max(polish, english);
}

/**
 * `thickened with cornflour, never wheat flour`; but behind what is left out it says the opposite: `leave out
 * the chilli, never the fish sauce`.
 */
function contrastAt(tokens: readonly Token[], at: number, language: Language | null): number {
  if (gapAt(tokens, at) !== 'comma') return 0;
  const length = spellingAt(tokens, at, CONTRASTS);
  if (length === 0) return 0;
  for (let back = at - 1; ; back -= 1) {
    if (markerAt(tokens, back, language) > 0 || deniedVerbAt(tokens, back) !== null) return 0;
    if (NEGATIVES.has(wordAt(tokens, back))) return 0;
    if (beginsSentence(tokens, back)) return length;
  }
}

/**
 * `nie ma bigosu bez kiełbasy`, `you can't leave out the cream`: a negative in the same clause takes the
 * absence back, and there is no bigos without sausage does not deny the bigos either. What only lists
 * absences (`nie zawiera mleka, bez glutenu`) is no such negative.
 */
function isCancelled(tokens: readonly Token[], at: number, length: number): boolean {
  // `nie ma w tym ani grama selera`: negatives of negatives add up in Polish and are one in English.
  if (!NEGATIVES.has(wordAt(tokens, at)) && hasNegativeBefore(tokens, at)) return true;
  if (praises(tokens, at) || isBoughtAgain(tokens, at, length)) return true;
  const excludes = EXCLUDING.has(wordAt(tokens, at));
  if (excludes && deniedBehind(tokens, at, at + length)) return true;
  return spellingAt(tokens, at, EXISTENCE) > 0 && excludesBehind(tokens, at + length);
}

/** `nie ma to jak masło` */
function praises(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 2, at + 4).map(({ word }) => word);
  const jak = behind.indexOf('jak');
  const isThere = wordAt(tokens, at) === 'nie' && wordAt(tokens, at + 1) === 'ma';
  return isThere && (jak === 0 || behind.join(' ') === 'to jak');
}

/** `masło się skończyło, ale kupiłam nowe` */
function isBoughtAgain(tokens: readonly Token[], at: number, length: number): boolean {
  if (!tokens.slice(at, at + length).some(({ word }) => RAN_OUT.test(word))) return false;
  for (let next = at + length; !beginsSentence(tokens, next); next += 1) {
    if (BOUGHT.test(wordAt(tokens, next))) return !NEGATIVES.has(wordAt(tokens, next - 1));
  }
  return false;
}

/** Whether the clause up to here says no to what comes. */
export function hasNegativeBefore(tokens: readonly Token[], at: number): boolean {
  if (CONNECTORS.has(wordAt(tokens, at - 1))) return false;
  for (let back = at; back > at - NEGATIVE_REACH; back -= 1) {
    const gap = gapAt(tokens, back);
    if (gap !== 'joined' && !(gap === 'comma' && OPENERS.has(wordAt(tokens, back)))) return false;
    const before = wordAt(tokens, back - 1);
    if (BOUNDARIES.has(before)) return false;
    if (spellingAt(tokens, back - 1, LABELS) > 0) return false;
    if (NEGATIVES.has(before)) return spellingAt(tokens, back - 2, LABELS) === 0;
    if (spellingAt(tokens, back - 1, OUTER) > 0) return true;
  }
  return false;
}

/** `bez jajek to ciasto się nie uda`, `without eggs it won't set`: said of the dish, at a sentence's beginning. */
function deniedBehind(tokens: readonly Token[], at: number, from: number): boolean {
  if (!beginsSentence(tokens, at) && gapAt(tokens, at) !== 'comma') return false;
  for (let next = from; next < from + NEGATIVE_REACH; next += 1) {
    if (beginsSentence(tokens, next)) return false;
    const word = wordAt(tokens, next);
    // `bez śmietany, bo nikt u nas nabiału nie toleruje`
    if (REASONS.test(word)) return false;
    if (BOUNDARIES.has(word) || CONNECTORS.has(word)) continue;
    if (spellingAt(tokens, next, LABELS) > 0) return false;
    // `skip the celery, nobody will notice`
    if (spellingAt(tokens, next, UNNOTICED) > 0) return false;
    if (next > from && (NEGATIVES.has(word) || spellingAt(tokens, next, OUTER) > 0)) return true;
  }
  return false;
}

function excludesBehind(tokens: readonly Token[], from: number): boolean {
  for (let next = from; next < from + NEGATIVE_REACH; next += 1) {
    const word = joinedWordAt(tokens, next);
    if (word === '' || BOUNDARIES.has(word)) return false;
    if (EXCLUDING.has(word)) return !CONNECTORS.has(wordAt(tokens, next - 1));
  }
  return false;
}

/** `do not add the milk until it boils`, `nie dodawaj mleka od razu`: it is only not there yet. */
export function comesLater(tokens: readonly Token[], at: number): boolean {
  if (gapAt(tokens, at) !== 'joined') return false;
  // `bez selera ani rusz`
  return spellingAt(tokens, at, OUTER) > 0 || LATER.has(wordAt(tokens, at));
}

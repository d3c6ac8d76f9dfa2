import { fold } from '#shared/language/fold.ts';
import { haveSwapped, withinOneSlip } from '#shared/language/one-slip.ts';

/** What somebody decides about a proposal by words. */
export type Decision = 'confirm' | 'reject' | 'undo';

const list = (words: string) => words.split(' ');

/** Words that decide by themselves, and words that may stand beside them without saying more. */
const CONFIRM = list(
  'tak yes yep yeah yup jasne pewnie zgoda zgadzam potwierdzam potwierdz confirm confirmed sure ok okej okay oki rob zrob dawaj dobrze dobra zapisz zapisuj save wykonaj smialo oczywiscie agreed go-ahead do-it lets-do-it niech-bedzie no-tak absolutely certainly',
);
const REJECT = list(
  'nie no nope nah zostaw anuluj odrzuc odrzucam rezygnuje cancel reject stop leave-it dont dont-do-it dont-do-that do-not forget-it never-mind nevermind niewazne odpusc nie-trzeba nie-chce nie-rob nie-zapisuj nie-potwierdzam no-thanks',
);
const UNDO = list(
  'cofnij cofam cofnac undo revert odkrec wycofaj przywroc take-it-back put-it-back roll-back undo-that',
);
const BESIDE = list(
  'prosze please poprosze to tego je ja go mi no wiec a sie it that this thanks thank you dzieki dziekuje bardzo then well ale raczej wlasnie teraz now zatem last ostatnie ostatnia ostatnio zmiane change jednak lepiej sobie ostatni do juz the rather actually plan planu liste listy list',
);

const WORDS: readonly (readonly [Decision, readonly string[]])[] = [
  ['undo', UNDO],
  ['confirm', CONFIRM],
  ['reject', REJECT],
];
/** Words of their own, though only a letter away from one that decides. */
const OTHERS = list('dobry dobre zapis zapisy zgody pewne jasno stopy');
/** `no` is a yes in spoken Polish (`no rób`) and a no in English: beside another word it says nothing. */
const EITHER = 'no';
const MOST_WORDS = 6;

/**
 * What the whole message decides; null when it says anything more, asks, or says two things. Without
 * Polish marks and with a letter mistyped it is the same.
 */
export function readDecision(message: string): Decision | null {
  if (message.length > 80 || message.includes('?')) return null;
  const words = joined(
    fold(message)
      .replace(/['’]/g, '')
      .match(/[\p{L}\d]+/gu) ?? [],
  );
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (words.every((word) => word === EITHER)) return 'reject';
  const found = new Set<Decision>();
  for (const word of words.filter((one) => one !== EITHER)) {
    const decision = decisionOf(word);
    if (decision === null && !BESIDE.includes(word)) return null;
    if (decision !== null) found.add(decision);
  }
  if (found.size === 1) return [...found][0] ?? null;
  // `No thanks`: nothing but politeness beside it.
  return found.size === 0 && words.includes(EITHER) && words.some(isThanks) ? 'reject' : null;
}

function isThanks(word: string): boolean {
  return ['thanks', 'thank', 'dzieki', 'dziekuje'].includes(word);
}

/** Words that belong together count as one: `go ahead` as `go-ahead`. */
function joined(words: readonly string[]): string[] {
  const phrases = WORDS.flatMap(([, all]) => all.filter((one) => one.includes('-')));
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phrases
      .filter((one) => words.slice(at, at + one.split('-').length).join('-') === one)
      .sort((a, b) => b.length - a.length)[0];
    const word = phrase ?? words[at] ?? '';
    out.push(word);
    at += word.split('-').length;
  }
  return out;
}

function decisionOf(word: string): Decision | null {
  for (const [decision, words] of WORDS) {
    if (words.some((one) => isTyped(word, one))) return decision;
  }
  return null;
}

/** As it is written, with letters drawn out (`taaak`), or in a word of five letters and more with one mistyped. */
function isTyped(word: string, meant: string): boolean {
  if (word === meant || word.replace(/(.)\1+/g, '$1') === meant.replace(/(.)\1+/g, '$1'))
    return true;
  if (haveSwapped(word, meant)) return meant.length >= 3;
  return meant.length >= 5 && !OTHERS.includes(word) && withinOneSlip(word, meant);
}

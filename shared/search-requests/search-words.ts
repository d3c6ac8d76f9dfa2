import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';

const EDGE = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const words = (pattern: string) => new RegExp(`${EDGE}(?:${pattern})${END}`, 'gu');

/** Where to look, and that it is looked for: nothing of what is. */
const CUES = words(
  'znajd\\w*|wyszuk\\w*|poszuk\\w*|szuka\\w*|sprawdz\\w*|wygoogl\\w*|wygugl\\w*|google|search|serach|sarch|look(?:ing)? (?:up|for|at)|lookup|look|find|dig up|' +
    '(?:w|z|ze|na) (?:internec?i?e?u?|siec\\w*|nec?i?e?t?a?|wikipedi\\w*|google?u?)|(?:on|in|from) (?:the )?(?:web|internet|net|wikipedia)|the web|the internet|online|wikipedi\\w*|encyklopedi\\w*',
);
const ASKING = words(
  "co to (?:w ogole )?(?:jest|sa|za|znaczy)?|czym (?:jest|sa)|kto to(?: jest)?|what(?: is|'s| are)?|whats|kto|who(?: is|'s)?|jak(?:i|a|ie|ich)?|ile|skad|dlaczego|czemu|kiedy|gdzie|czy|how (?:long|much|many|to)|how|why|when|where|which|does|do|did",
);
const RECIPES = words('przepis\\w*|receptur\\w*|recipes?');
const FILTERS = words(
  '(?:do|w|max|ponizej|under|within|less than|up to|in)? ?\\d{1,3} ?(?:min(?:ut\\w*|utes?)?|h|godz\\w*|hours?)|pol godziny|half an hour|kwadrans\\w*|' +
    'szyb(?:k|s)\\w*|quick\\w*|fast(?:er)?|wegan\\w*|vegans?|wege\\w*|wegetar\\w*|vegetarian|veggie|bezmies\\w*|bezgluten\\w*|gluten[- ]free|lactose[- ]free|dairy[- ]free|halal|' +
    '(?:bez|without|no) (?:\\S+)(?: (?!do |w |na |z |i |for |in |under )\\S+)?',
);
const LANGUAGES = words(
  'po (?:polsku|angielsku)|(?:in )?(?:polish|english)|polski\\w*|angielsk\\w*',
);
const LITTLE = words(
  'a|i|an|the|of|for|on|na|o|some|any|me|mi|nam|us|my|to|no|ok|dobra|dobrze|prosze|poprosze|please|pls|jeszcze|tez|teraz|potem|tylko|only|just|but|and|ale|also|cos|jakis|jakas|jakies|jakiegos|jakichs?|something|can|could|you|i|mozesz|daj|podaj|pokaz|otworz|show|open|give|gimme|tell|powiedz|get|ten|ta|te|tego|tej|that|this|one|ones|moze|is|are|jest|sa|ma|has|have|chce|chcialabym|chcialbym|potrzebuje|need|want|then|so|wiec|more|wiecej|inny|inne|another',
);
const ORDINAL = words(
  'pierwsz\\w+|drug\\w+|trzeci\\w*|czwart\\w+|piat(?:y|a|e)|first|second|third|fourth|fifth|nr ?\\d|numer ?\\d|number ?\\d|[1-5]',
);

/** What is looked for, without the words that only say so and what it is filtered by. */
export function searchWords(message: string): string {
  const text = message.normalize('NFC').replaceAll('’', "'");
  const folded = fold(text);
  // Letter for letter the same, so places in the one are places in the other.
  if (folded.length !== text.length) return text.trim();
  const gone = [CUES, LANGUAGES, FILTERS, RECIPES, ASKING, LITTLE].reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    folded,
  );
  const kept = [...text].map((letter, at) => (gone[at] === ' ' ? ' ' : letter)).join('');
  return kept.replace(/[^\p{L}\p{M}\p{N}%&'+-]+/gu, ' ').trim();
}

/** The language of what is to be found, where it is named. */
export function languageAsked(message: string): Language | null {
  const text = fold(message);
  if (/\b(?:po polsku|in polish|polski\w* (?:przepis|wersj)\w*|polish)\b/.test(text)) return 'pl';
  return /\b(?:po angielsku|in english|angielsk\w+|english)\b/.test(text) ? 'en' : null;
}

/** Whether a recipe is looked for, or a page, as far as it is said. */
export function kindAsked(message: string): 'recipe' | 'fact' | null {
  const text = fold(message);
  if (RECIPES.test(resetting(RECIPES, text))) return 'recipe';
  const ofWeb = CUES_OF_WEB.test(text);
  return ofWeb || ASKS_FACT.test(text) ? 'fact' : null;
}

const CUES_OF_WEB =
  /\b(?:wikipedi\w*|internec\w*|internet\w*|sieci|necie|web|online|google|encyklopedi\w*|articles?|artykul\w*)\b/;
const ASKS_FACT =
  /^(?:\S+ )?(?:co to|czym jest|kto|skad|dlaczego|czemu|kiedy|ile|who|what|why|when|where|how (?:long|much|many)|which)\b|\b(?:co to jest|what (?:is|are))\b/;

/** A pattern with `g` remembers where it was. */
function resetting(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  return text;
}

/** Whether a message only narrows down or points at what was found: `tylko wegańskie`, `ten drugi`. */
export function goesOnWithSearch(message: string): boolean {
  const rest = searchWords(message).replace(ORDINAL, '').trim();
  const left = fold(rest).replace(ORDINAL, '').trim();
  if (left !== '') return false;
  const narrows = FILTERS.test(resetting(FILTERS, fold(message)));
  return narrows || languageAsked(message) !== null || readOrdinal(message) !== null;
}

/** Whether it says first that something is to be found. */
export function startsSearch(message: string): boolean {
  return STARTS.test(fold(message).trim());
}

const STARTS =
  /^(?:\S+ ){0,2}?(?:znajdz|wyszukaj|poszukaj|szukam|szukaj|wygoogluj|google|search|serach|find|look up|look for|dig up)\b/;

/** The words of a search without a number that points at what was found. */
export function withoutOrdinal(message: string): string {
  return fold(searchWords(message)).replace(ORDINAL, '').trim();
}

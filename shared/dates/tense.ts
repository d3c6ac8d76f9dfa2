import type { Language } from '#shared/language/lemma.ts';
import tables from './data/tenses.json' with { type: 'json' };
import type { DateToken } from './date-tokens.ts';
import { keepsUntil } from './keeps-until.ts';

type Tense = 'past' | 'open';

/** First and second person end like nothing else: `kupiłem`, `zużyłaś`, `wyrzuciliśmy`. */
const POLISH_PERSON = /(?:[aeiyu]|[bdgkprsz])l(?:em|am|es|as|ismy|ysmy|iscie|yscie)$/;
/** But for some nouns in the instrumental. */
const POLISH_NOUN =
  /^(?:masl|mydl|migdal|kisiel|karmel|hotel|chmiel|krysztal|artykul|szafl|udzial)/;
const { prefixes, past, participles } = tables.pl;
const POLISH_PAST = new RegExp(
  `^(?:${prefixes.join('|')})?(?:${past.join('|')})(?:[aoiy]|em|am)?$|^(?:${participles.join('|')})[aeyo]$`,
);
/** Nouns of what has been: `wydatki`. */
const POLISH_TOLD = new Set(tables.pl.told);
const POLISH_OPEN = new Set(tables.pl.open);
/** But for `miesiąc` and `tysiąc`. */
const INFINITIVE = /..(?<!miesi|tysi)[aiy]c$/;
const ENGLISH_PAST = new Set(tables.en.past);
const ENGLISH_OPEN = new Set(tables.en.open);
const ENGLISH_SUBJECTS = new Set(tables.en.subjects);
const ENGLISH_OBJECTS = new Set(tables.en.objects);
/** Between clauses, each of which may be told or be to come. */
const BREAKS = new Set([',', ';', '.', '!', '?', 'ale', 'wiec', 'bo', 'but', 'so', 'because']);
/** A verb before a day says more of it than one behind: `the bread I bought on Monday is stale`. */
const VERB_BEHIND = 2;
/**
 * Whether what is said at a token has happened, by the nearest verb of its clause, or where that has none
 * by those of the text. A day until which something keeps has not: `kupiłem mleko, ważne do piątku`.
 */
export function tenses(
  text: string,
  language: Language,
  tokens: readonly DateToken[],
): (at: number) => boolean {
  const signs = tokens.map((_, at) => tenseOf(text, tokens, at, language));
  const told = signs.includes('past') && !signs.includes('open');
  return (at) => {
    if (keepsUntil(tokens, at, language)) return false;
    let nearest: { tense: Tense; distance: number } | undefined;
    for (const step of [-1, 1]) {
      for (let place = at; place >= 0 && place < tokens.length; place += step) {
        if (breaks(text, tokens, place)) break;
        const tense = signs[place];
        if (tense === undefined) continue;
        const distance = place > at ? place - at + VERB_BEHIND : at - place;
        if (nearest === undefined || distance < nearest.distance) nearest = { tense, distance };
        break;
      }
    }
    return nearest === undefined ? told : nearest.tense === 'past';
  };
}

/** A sign that ends a clause; a point behind a number or a single letter ends nothing (`14.`, `r.`). */
function breaks(text: string, tokens: readonly DateToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !BREAKS.has(token.text)) return false;
  return token.text !== '.' || /\p{L}{2}$/u.test(text.slice(0, token.at));
}

function tenseOf(
  text: string,
  tokens: readonly DateToken[],
  at: number,
  language: Language,
): Tense | undefined {
  const word = tokens[at]?.text ?? '';
  if (language === 'en') {
    if (ENGLISH_PAST.has(word) || isEnglishPast(text, tokens, at)) return 'past';
    return ENGLISH_OPEN.has(word) ? 'open' : undefined;
  }
  if (POLISH_OPEN.has(word)) return 'open';
  if (POLISH_PAST.test(word) || POLISH_TOLD.has(word)) return 'past';
  if (POLISH_PERSON.test(word) && !POLISH_NOUN.test(word)) return 'past';
  return INFINITIVE.test(word) ? 'open' : undefined;
}

/** `she peeled six`, `Ola left the ham`, but not `smoked haddock` and `what is left`. */
function isEnglishPast(text: string, tokens: readonly DateToken[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  if (!/(?:[^e]|...e)ed$/.test(word) && word !== 'left') return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (ENGLISH_SUBJECTS.has(before?.text ?? '')) return true;
  // The article is no token.
  const object = after === undefined ? '' : text.slice(tokens[at]?.end, after.end).trim();
  const isObject = ENGLISH_OBJECTS.has(after?.text ?? '') || /^(?:the\s|\d)/i.test(object);
  return isObject && before !== undefined && !ENGLISH_OPEN.has(before.text);
}

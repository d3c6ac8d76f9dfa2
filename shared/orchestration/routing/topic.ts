import { fold } from '#shared/language/fold.ts';
import smallTalk from './data/small-talk.json' with { type: 'json' };
import { meansHarm } from './means-harm.ts';

/** What is said to nobody who cooks: talk, help, and what is not to be answered. */
export type Topic = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'self-harm' | 'harm' | 'prompt';

/** Phrases of a topic, and words that may stand beside them; the first topic that is spoken of counts. */
const TALK = ['help', 'thanks', 'goodbye', 'greeting'] as const;
const PHRASES = new Map<string, (typeof TALK)[number] | 'beside'>([
  ...smallTalk.beside.map((phrase) => [phrase, 'beside'] as const),
  ...TALK.flatMap((topic) => smallTalk[topic].map((phrase) => [phrase, topic] as const)),
]);
const LONGEST = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));
const MOST_WORDS = 15;

const WITHIN: readonly (readonly [Topic, RegExp])[] = [
  [
    'self-harm',
    /\b(?:chce (?:sie )?(?:zabic|umrzec)|zabic sie|zabije sie|popelnic samobojstwo|samobojstw\w+|odebrac sobie zycie|nie chce (?:mi sie )?(?:juz )?zyc|przedawkowac|kill myself|suicid\w+|end my life|want to die|hurt myself|self[- ]harm|overdose on)\b/,
  ],
  [
    'prompt',
    /\b(?:(?:zignoruj|ignoruj|zapomnij|ignore|disregard|forget) (?:\w+ ){0,4}?(?:instrukcj\w+|polecen\w*|zasad\w*|instructions?|rules|prompts?)|(?:pokaz|podaj|wypisz|ujawnij|show|print|reveal|repeat|tell me) (?:\w+ ){0,4}?(?:prompt\w*|instrukcj\w+ systemow\w+|swoj\w* instrukcj\w+|(?:your|hidden) instructions?|keys and instructions|system (?:prompt|message|instructions?)|hasl\w+|passwords?|api[- ]?keys?|klucz\w* api|sekret\w*)|promp\w+ systemow\w+|system prompt|(?:your|hidden|secret) (?:hidden |secret |system )?instructions?|repeat (?:the |all )?(?:text|words|everything) above)\b/,
  ],
];

/** Only what is certain: a whole message of small talk, or words that mean harm wherever they stand. */
export function readTopic(message: string): Topic | null {
  const text = fold(message).replaceAll('’', "'");
  const line = text.replace(/\s+/g, ' ');
  const within = WITHIN.find(([, pattern]) => pattern.test(line))?.[0];
  if (within !== 'self-harm' && meansHarm(line)) return 'harm';
  return within ?? smallTalkIn(text.match(/[\p{L}\d']+/gu) ?? []);
}

function smallTalkIn(words: readonly string[]): Topic | null {
  if (words.length > MOST_WORDS) return null;
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    let length = LONGEST;
    while (length > 0 && !PHRASES.has(words.slice(at, at + length).join(' '))) length -= 1;
    // A word that is no small talk: something is asked.
    if (length === 0) return null;
    found.add(PHRASES.get(words.slice(at, at + length).join(' ')) ?? '');
    at += length;
  }
  return TALK.find((topic) => found.has(topic)) ?? null;
}

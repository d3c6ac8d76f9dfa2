import { probabilities } from './classify.ts';
import { conceptsOf } from './concepts.ts';
import { type MessageLanguage, ROUTE_LABELS, type RouteLabel } from './labels.ts';
import { writtenFeatures } from './message-features.ts';
import { messageLanguage } from './message-language.ts';
import { messageWords } from './message-words.ts';
import { trained } from './trained.ts';

/** Words that go on to the next request; `a` and `i` are other words in English. */
const GOING_ON = {
  pl: [
    ...['a potem', 'i potem', 'potem', 'a następnie', 'a nastepnie', 'następnie', 'nastepnie'],
    ...['a przy okazji', 'przy okazji', 'a poza tym', 'poza tym', 'i jeszcze', 'a jeszcze'],
    ...['a do tego', 'oraz', 'no i', 'i', 'a'],
  ],
  en: ['and then', 'then', 'and also', 'also', 'oh and', 'plus', 'by the way', 'and'],
} as const satisfies Record<MessageLanguage, readonly string[]>;
/** What may stand between two requests: the end of a sentence, a comma, words that go on. */
const JOINTS = { pl: jointsOf(GOING_ON.pl), en: jointsOf(GOING_ON.en) };
/** How sure the label of a part has to be. */
const CLEAR = 0.5;
/** So few words are part of a list, or go with what stands before. */
const FEWEST_WORDS = 2;
/** What is longer was pasted. */
const MAX_CHARACTERS = 600;

const QUESTION = {
  pl: /^(?:a |no )?(?:co|jak|jaka|jaki|jakie|ile|czy|kiedy|gdzie|czym|dlaczego|czemu|kto|ktory|ktora|ktore|o ktorej|do kiedy) /,
  en: /^(?:so )?(?:what|whats|how|when|where|which|who|why|is|are|can|could|do|does|did|will|would|should|have|has) /,
} as const satisfies Record<MessageLanguage, RegExp>;
/** Of what, only the part before tells: `I make it for six, how much do I need?` */
const ASKS_AMOUNTS = {
  pl: /^(?:to |a )?(?:ile|co) (?:czego |tego |mi )*(?:trzeba|potrzeb\S*|musze|kupic) $/,
  en: /^(?:so |and )?(?:how much|what|how many) (?:of (?:it|everything|each) )?(?:do|will|would) (?:i|we) need $/,
} as const satisfies Record<MessageLanguage, RegExp>;
/** Words of these tell to do something, or that something was done which is to be booked. */
const DOING = new Set([
  'stock-order',
  'past-stock',
  'plan',
  'list',
  'buy',
  'tick',
  'search',
  'show',
  'cook-verb',
  'idea',
  'read',
  'undo',
  'alarm',
  'music',
  'message',
  'order-out',
  'translate',
  'writing',
]);
/** What stands between signs, with the sign behind it. */
const CLAUSE = /[^.!?;:\n]+[.!?;:\n]?/g;
/** Of the first words one has to tell what is wanted: `maybe put …`. */
const OPENING = 3;

/**
 * The requests of a message, in order: `zużyłam mleko i jaka jutro pogoda?` → two, `dodaj mleko i
 * chleb` → one. Two only where each of them is a request of its own and another one answers it; what
 * is said around a request stays with it.
 */
export function splitRequests(text: string): readonly string[] {
  if (text.length > MAX_CHARACTERS) return [text];
  const language = messageLanguage(text);
  const pieces = text
    .trim()
    .replace(/[^\S\n]+/g, ' ')
    .split(JOINTS[language]);
  const requests: string[] = [];
  let current = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 2) {
    const [joint = '', next = ''] = pieces.slice(at, at + 2);
    const [one, other] = [askedOf(current, language), askedOf(next, language)];
    const goesWith = ASKS_AMOUNTS[language].test(`${messageWords(next).join(' ')} `);
    if (goesWith || one === undefined || other === undefined || one === other) {
      current += joint + next;
    } else {
      requests.push(current);
      current = next;
    }
  }
  return [...requests, current];
}

/** Who would answer a part; undefined where it is no request, or not clear whose. */
function askedOf(part: string, language: MessageLanguage): RouteLabel | undefined {
  const words = messageWords(part);
  if (words.length < FEWEST_WORDS || !isRequest(part, words, language)) return undefined;
  const found = probabilities(writtenFeatures(part, language), trained('without-vectors'));
  const highest = Math.max(...found);
  const label = ROUTE_LABELS[found.indexOf(highest)];
  // Thanks and greetings are said around requests.
  return highest < CLEAR || label === 'conversation' ? undefined : label;
}

function isRequest(part: string, words: readonly string[], language: MessageLanguage): boolean {
  if (part.trimEnd().endsWith('?') || QUESTION[language].test(`${words.join(' ')} `)) return true;
  return words.slice(0, OPENING).some((word) => tellsToDo(word, language));
}

/**
 * Whether something is asked or ordered anywhere in a text: a question, or a word that tells to do
 * something.
 */
export function asksAnything(text: string): boolean {
  const language = messageLanguage(text);
  return (text.match(CLAUSE) ?? []).some((clause) => {
    const words = messageWords(clause);
    return isRequest(clause, words, language) || words.some((word) => tellsToDo(word, language));
  });
}

/** Whether a text begins with a question or with what is to be done. */
export function startsRequest(text: string): boolean {
  return isRequest(text, messageWords(text), messageLanguage(text));
}

function tellsToDo(word: string, language: MessageLanguage): boolean {
  return conceptsOf(word, language).some((concept) => DOING.has(concept));
}

function jointsOf(goingOn: readonly string[]): RegExp {
  const words = goingOn.join('|');
  return new RegExp(`((?:(?<=[.!?;]) |\\n|, | )(?:${words}) |(?<=[.!?;]) |\\n|, )`, 'i');
}

import { fold } from '#shared/language/fold.ts';
import { readTopic } from './routing/topic.ts';

/** What a person asks, apart from texts they show. */
export interface OwnWords {
  readonly text: string;
  /** Whether something was left out that orders the assistant about. */
  readonly leftOut: boolean;
}

/** What stands in quotes, between stars or in a block of code; quotes within a word are apostrophes. */
const QUOTED =
  /```[^`]*```|\*{3}[^*]*\*{3}|„[^„”"]*[”"]|“[^“”]*”|«[^«»]*»|"[^"]*"|(?<![\p{L}\d])'(?:[^']|(?<=\p{L})'(?=\p{L}))*'(?!\p{L})/gu;
/** Somebody speaks to the assistant: `AI: …`, `do bota: …`. */
const ADDRESSED =
  /(?:^|[^\p{L}])(?:(?:do )?(?:asystent\p{L}*|bot\p{L}{0,3}|modelu?|chatbot\p{L}*)|(?:to )?(?:the )?(?:ai|assistant|chatbot|llm|system|model))(?: ai)?\s*[:,!]/u;
const SENTENCE = /[^.!?\n]+[.!?\n]*\s*/g;
const ASKS =
  /\?|\b(?:dodaj|zapisz|dopisz|zuzyl\w*|zjadl\w*|wyrzuc\w*|zaplanuj|pokaz|add|used|note|plan)\b/;

/**
 * A message without the orders to an assistant that stand in what it quotes or was pasted into it: a
 * recipe of a blog is shown, and who wrote it asks for nothing. Where nothing is asked besides them the
 * message stays whole. What it says of people's allergies is read from the whole message all the same.
 */
export function ownWords(message: string): OwnWords {
  const unquoted = message.replace(QUOTED, (passage) => (isOrder(passage) ? ' ' : passage));
  const kept = (unquoted.match(SENTENCE) ?? []).filter(
    (sentence) => readTopic(sentence) !== 'prompt',
  );
  const text = kept
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;]+|(?<=\s)[.,;]\s/g, '')
    .trim();
  const isShorter = text.length < message.replace(/\s+/g, ' ').trim().length;
  if (!isShorter || !ASKS.test(fold(text))) return { text: message, leftOut: false };
  return { text, leftOut: true };
}

function isOrder(passage: string): boolean {
  return readTopic(passage) === 'prompt' || ADDRESSED.test(fold(passage));
}

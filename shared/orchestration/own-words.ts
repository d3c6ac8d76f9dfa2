import { fold } from '#shared/language/fold.ts';
import { asksAnything, startsRequest } from '#shared/router/split-requests.ts';
import { readTopic } from './routing/topic.ts';

/** What a person says themselves, apart from texts they show. */
export interface OwnWords {
  readonly text: string;
  /** All that is shown, orders and what stands around them: what is to be eaten is judged by all of it. */
  readonly shown: string;
  /** Whether something was left out that orders the assistant about. */
  readonly leftOut: boolean;
}

/** What stands in quotes, between stars or in a block of code; quotes within a word are apostrophes. */
const PASSAGE =
  /```[^`]*```|<!--[^<>]*-->|\*{3}[^*]*\*{3}|„[^„”"]*[”"]|“[^“”]*”|«[^«»]*»|»[^«»]*«|"[^"]*"|(?<![\p{L}\d])'(?:[^']|(?<=\p{L})'(?=\p{L}))*'(?!\p{L})/u;
const QUOTED = new RegExp(PASSAGE, 'gu');
/** The same with what introduces it: `na ulotce stoi: „…”`. */
const INTRODUCED = new RegExp(
  `((?:[^.!?;:\\n]{1,80}:[^.!?;:\\n]{0,80})?)(${PASSAGE.source})`,
  'gu',
);
const ASSISTANT =
  'asysten\\p{L}*(?: ai)?|bot(?:y|a|om|ow|ie|cie)?|model\\p{L}{0,3}|chatbot\\p{L}*|(?:ai |the )?assistants?|ai(?: assistants?| models?| agents?)?|llms?|system|chatbots?|bots?';
/** Somebody speaks to the assistant: `AI: …`, `do bota: …`, `boty, które to czytają: …`. */
const ADDRESSED = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:do|to|dear|drogi|for|dla|hej|hey|note to|uwaga)[ ,]+)?(?:the )?(?:${ASSISTANT})(?:\\s*[:,!]|(?: \\p{L}+){1,5}?:)`,
  'u',
);
/** Nobody begins a request of their own so: `SYSTEM: …`, `UWAGA ASYSTENCIE: …`. */
const CALLS_OUT = new RegExp(
  `^[^\\p{L}]*(?:system(?: message)?|(?:uwaga|attention|notice|important|note to)[ ,:!]+(?:the |all )?(?:${ASSISTANT}))(?: \\p{L}+){0,3}\\s*[:,!-]`,
  'u',
);
/** That somebody may eat what they must not is for no text that is shown to say. */
const LIFTS =
  /\b(?:nie ma(?:ja|m)? (?:juz )?(?:zadn\w+ )?(?:alergi|uczul)\w*|nie jest (?:juz )?uczulon\w*|(?:not|no longer|n.?t|nobody is|no one is|non)[ -](?:\w+ )?allerg\w*|(?:usun|skasuj|zdejmij|wylacz|remove|delete|clear|drop|lift|disable)\w* .{0,30}(?:alergi|uczul|allerg|restrict|ogranicz)\w*)/;
const SENTENCE = /[^.!?\n]+[.!?\n]*\s*/g;

/**
 * A message without the orders to an assistant that stand in what it quotes or was pasted into it: a
 * recipe of a blog is shown, and who wrote it asks for nothing. Where nothing is asked besides them the
 * message stays whole. What it says of people's allergies is read from the whole message all the same.
 */
export function ownWords(message: string): OwnWords {
  const quoted = (message.match(QUOTED) ?? []).join('\n');
  const unquoted = message.replace(INTRODUCED, (all, lead: string, passage: string) => {
    if (!isOrder(passage)) return all;
    return startsRequest(lead) ? `${lead} ` : ' ';
  });
  const sentences = unquoted.match(SENTENCE) ?? [];
  const kept = sentences.filter((sentence) => !isPastedOrder(sentence));
  const text = tidied(kept.join(''));
  const isShorter = text.length < tidied(message).length;
  if (!isShorter || !asksAnything(text)) return { text: message, shown: quoted, leftOut: false };
  // Around an order that was pasted without quotes all that asks nothing was pasted with it.
  const pasted =
    kept.length < sentences.length ? sentences.filter((one) => !one.includes('?')) : [];
  return { text, shown: [quoted, ...pasted].join('\n').trim(), leftOut: true };
}

function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;]+|(?<=\s)[.,;]\s/g, '')
    .trim();
}

function isOrder(passage: string): boolean {
  const folded = fold(passage);
  return readTopic(passage) === 'prompt' || ADDRESSED.test(folded) || LIFTS.test(folded);
}

function isPastedOrder(sentence: string): boolean {
  return readTopic(sentence) === 'prompt' || CALLS_OUT.test(fold(sentence));
}

import { fold } from '#shared/language/fold.ts';

/** What is said to nobody who cooks: talk, help, and what is not to be answered. */
export type Topic = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'self-harm' | 'harm' | 'prompt';

const WHOLE: readonly (readonly [Topic, RegExp])[] = [
  [
    'greeting',
    /^(?:(?:czesc|hej|hejka|heja|siema|siemka|witaj|witam|dzien dobry|dobry|dobry wieczor|halo|hello|hi|hey|good (?:morning|evening|afternoon)|jak sie masz|co slychac|co tam|how are you|what'?s up|there|assistant|asystencie|wam|wszystkim)[ ,!.?]*)+$/,
  ],
  [
    'thanks',
    /^(?:(?:ok(?:ej)?|super|swietnie|bardzo|wielkie|great|perfect|cool|many|dzieki|dziekuje|thanks|thank you|thx|ty|so much|a lot|bardzo|serdecznie|pieknie|za pomoc|for (?:the|your) help)[ ,!.]*)*(?:dzieki|dziekuje|thanks|thank you|thx)(?:[ ,!.]*(?:bardzo|so much|a lot|very much|serdecznie|pieknie|za pomoc|for (?:the|your) help|wielkie))*[ ,!.]*$/,
  ],
  [
    'goodbye',
    /^(?:(?:pa|papa|do widzenia|do zobaczenia|na razie|narka|dobranoc|bye|goodbye|good night|see you(?: later)?)[ ,!.]*)+$/,
  ],
  [
    'help',
    /^(?:(?:a|hej|ok|hello|hi|wiec|so|and|no)[ ,]+)*(?:pomoc|pomozesz mi|pomoz(?: mi)?|help(?: me)?|co (?:ty )?(?:umiesz|potrafisz|mozesz(?: (?:dla mnie )?(?:zrobic|robic))?)|co (?:moge|mozna) (?:tu|tutaj|ciebie|cie|u ciebie)?\s*(?:zapytac|zrobic|robic|pytac)?(?: tutaj)?|w czym (?:mi )?(?:mozesz )?(?:mi )?(?:pomoc|pomagasz|pomozesz)(?: mi)?|jak (?:to|ta aplikacja|ta apka|sie tego) (?:dziala|uzywa)|jak dziala (?:to|ta aplikacja|ta apka|foodsave)|o co (?:moge|mozna) (?:cie )?(?:za)?pytac|kim (?:ty )?jestes|czym jestes|kto ty jestes|jak (?:mam )?(?:z )?(?:ciebie|tego) (?:korzystac|uzywac)|what (?:can|could|do) you do(?: for me)?|what can i (?:ask|do)(?: you| here)?|how (?:does|do) (?:this|it|you|the app)(?: app)? work|how do i use (?:this|you|it|the app)|who are you|what are you|what is this|do czego (?:to )?sluzysz?|jakie masz funkcje|what are your features)[ ?!.]*$/,
  ],
];

const WITHIN: readonly (readonly [Topic, RegExp])[] = [
  [
    'self-harm',
    /\b(?:chce (?:sie )?(?:zabic|umrzec)|zabic sie|zabije sie|popelnic samobojstwo|samobojstw\w+|odebrac sobie zycie|nie chce (?:mi sie )?(?:juz )?zyc|przedawkowac|kill myself|suicid\w+|end my life|want to die|hurt myself|self[- ]harm|overdose on)\b/,
  ],
  [
    'harm',
    /\b(?:(?:jak|chce|zeby|how (?:to|do i|can i)|want to|help me) (?:\w+ ){0,3}?(?:otruc|zatruc|zabic|truc|podtruc|poison|kill|drug) (?:\w+)|(?:zrobic|zbudowac|ugotowac|wyprodukowac|upiec|make|build|cook|produce|synthesi[sz]e) (?:\w+ ){0,2}?(?:bomb[eya]?|materialy? wybuchow\w+|explosives?|metamfetamin\w+|amfetamin\w+|meth|heroin\w*|kokain\w+|cocaine|narkotyk\w*|trucizn\w+|poison|cyjan\w+|cyanide|rycyn\w+|ricin)|trucizn\w+ (?:do|w) (?:jedzeni\w+|zup\w+|kaw\w+|herbat\w+)|poison (?:in|into) (?:\w+ ){0,2}(?:food|soup|coffee|tea|drink))\b/,
  ],
  [
    'prompt',
    /\b(?:(?:zignoruj|ignoruj|zapomnij|ignore|disregard|forget) (?:\w+ ){0,4}?(?:instrukcj\w+|polecen\w*|zasad\w*|instructions?|rules|prompts?)|(?:pokaz|podaj|wypisz|ujawnij|show|print|reveal|repeat|tell me) (?:\w+ ){0,4}?(?:prompt\w*|instrukcj\w+ systemow\w+|system (?:prompt|message|instructions?)|hasl\w+|passwords?|api[- ]?keys?|klucz\w* api|sekret\w*))\b/,
  ],
];

/** Only what is certain: a whole message of small talk, or words that mean harm wherever they stand. */
export function readTopic(message: string): Topic | null {
  const text = fold(message).replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();
  const within = WITHIN.find(([, pattern]) => pattern.test(text));
  if (within !== undefined) return within[0];
  if (text.length > 100) return null;
  const bare = text.replace(/[^\p{L}\p{N} ,!.?']/gu, '').trim();
  return WHOLE.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

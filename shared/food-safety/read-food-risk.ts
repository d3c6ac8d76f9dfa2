import { fold } from '#shared/language/fold.ts';
import { stemPattern } from '#shared/language/stem-pattern.ts';
import risks from './data/risks.json' with { type: 'json' };

/** What is longer is no question. */
const MAX_CHARACTERS = 300;
/** Somebody wants to know whether to eat it. */
const ASKS =
  /\?|\b(?:czy|moge|mozna|da sie|zjesc|jesc|zjadl\w*|ok|bezpieczn\w*|wyrzuc\w*|grozn\w*|od kiedy|can|could|is|are|safe|eat|should)\b/;

const RULES = risks.map(({ id, groups }) => ({ id, groups: groups.map(stemPattern) }));

/**
 * The way food makes people ill that a message asks about, by its words in Polish or English: the id of a
 * risk of `foodRiskText`; null for none.
 */
export function readFoodRisk(message: string): string | null {
  if (message.length > MAX_CHARACTERS) return null;
  const text = fold(message).replaceAll('’', "'").replace(/\s+/g, ' ');
  if (!ASKS.test(text)) return null;
  return RULES.find(({ groups }) => groups.every((group) => group.test(text)))?.id ?? null;
}

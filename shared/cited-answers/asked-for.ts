import { fold } from '#shared/language/fold.ts';

/** What an answer must have in it, by how the question is put. */
export interface AskedFor {
  readonly number: boolean;
  readonly date: boolean;
  readonly reason: boolean;
}

const NUMBER =
  /\b(?:ile|ilu|jak (?:dlugo|czesto|gleboko|wysoko|daleko)|po jakim czasie|w jakiej temperaturze|jaka temperatur\w*|ile czasu|jaki numer|numer|how (?:many|much|long|often|hot|big|heavy|far|old|soon|deep|high)|what temperature|number|price|cost|kosztuje|cena)\b/;
const DATE =
  /\b(?:kiedy|od kiedy|do kiedy|ktorego|w jaki dzien|jaka data|o ktorej|when|what day|which day|what date|what time|until when|deadline)\b/;
const REASON = /\b(?:dlaczego|czemu|po co|why)\b/;

export function askedFor(question: string): AskedFor {
  const folded = fold(question);
  return { number: NUMBER.test(folded), date: DATE.test(folded), reason: REASON.test(folded) };
}

const WRITTEN_NUMBER =
  /\d|\b(?:jeden|jedn\w+|dwa|dwie|dwoch|trzy|trzech|cztery|czterech|piec|pieciu|szesc|siedem|osiem|dziewiec|dziesiec|pol|polowe|raz|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|quarter|once|twice)\b/;
const WRITTEN_DATE =
  /\b\d{1,2}[.:]\d{2}\b|\b(?:19|20)\d{2}\b|\b(?:styczn|lut|marc|marz|kwie|maj|czerw|lip|sierp|wrze|pazdz|listop|grud|poniedz|wtor|srod|czwart|piat|sobot|niedziel|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dzien|dni|tygod|miesi|rok|lat|godzin|day|week|month|year|hour|rano|wieczor|morning|evening|noon)/;

export function hasNumber(text: string): boolean {
  return WRITTEN_NUMBER.test(fold(text));
}

export function hasDate(text: string): boolean {
  return WRITTEN_DATE.test(fold(text));
}

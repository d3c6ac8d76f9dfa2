import type { Diet } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/words.json' with { type: 'json' };
import type { MessageScanner } from './message-scanner.ts';
import { foodNamed } from './named-food.ts';
import { personWord } from './people-words.ts';
import { type PeopleReader, SOMEBODY } from './read-who.ts';
import type { FoodQuestion } from './statement.ts';

const STARTS =
  /^(?:(?:a|no|hej|hi|hey|hello|ok|so|and|but|ale|i|um|hmm|please|prosze) )*(?:(?:sprawdz|powiedz|wiesz|zastanawiam sie|check|tell me|i wonder|any idea|do you know)(?: mi)?,? (?:czy|if|whether)|czy|moze|moge|mozemy|wolno|mozna|da sie|can|could|may|might|is|are|am|was|would|will|does|do|should|has)\b/;
/** Who asks what, how or when wants something else than yes or no. */
const OPEN =
  /(?<![a-z'])(?:co|czego|czym|czemu|jakie|jaki|jaka|ile|jak|kiedy|gdzie|dlaczego|z czego|what|what's|which|how|when|where|why|ideas?|pomysl\w*|przepis\w*|recipes?)(?![a-z])/;
const COOKS =
  /(?<![a-z'])(?:(?:z)?robic|ugotowac|gotowac|(?:u)?piec|usmazyc|uzyc|wykorzystac|dodac|zamienic|zastapic|zuzyc|zamrozic|mozesz|potrafisz|umiesz|make|cook|bake|use|substitute|replace|swap|suggest|freeze|store|keep|you|add|do)(?![a-z'])/;
const EATS =
  /(?<![a-z'])(?:(?:z)?(?:jesc|jadac)|(?:wy)?pic|sprobowac|skosztowac|spozywac|podac|poczestowac|dostac|dac|zje|zjem|zjemy|zjedza|wypije|eat|eats|have|drink|try|taste|give|given|serve|feed|allowed)(?![a-z'])/;
const MAY =
  /(?<![a-z'])(?:moze|moga|moge|mozemy|mozna|wolno|da sie|powinn\w+|zje|zjem|zjemy|zjedza|wypije|can|could|may|should|allowed|would|will)(?![a-z'])/;
const SUITS =
  /(?<![a-z'])(?:ok|okej|okay|oki|bezpieczn[a-z]+|dozwolon[a-z]+|w porzadku|odpowiedni[a-z]+|nadaj[a-z]+ sie|moze byc|dobr[a-z]+|jest dla|bedzie dla|przejdzie|ujdzie|sprawdzi sie|pasuj[a-z]+|safe|works?|agrees?|fine|alright|all right|good|suitable|allowed|bad|szkodliw[a-z]+|zakazan[a-z]+)(?![a-z'])/;
const FOR =
  /(?<![a-z'])(?:dla|przy|u|z|jesli|gdy|for|with|if|to (?:eat|give|serve|feed|have|offer)|on)(?![a-z'])/;
const CONTAINS =
  /(?<![a-z'])(?:zawiera\w*|w [a-z]+(?: [a-z]+)? (?:jest|sa)|(?:jest|sa|jakis|jakies) [a-z]+ w|ma(?:ja)? (?:gluten|lakto|mleko|nabial|jaj|orze|soj|seler|gorczyc|sezam|siarczyn)\w*|ma w (?:sobie|skladzie)|jest w|sa w|w skladzie|contains?|have any|has any|is there(?: any)?|are there(?: any)?)(?![a-z'])/;
/** Whether something is in the house, or wanted tonight, is another question. */
const ELSEWHERE =
  /(?<![a-z'])(?:lodow[a-z]+|szaf[a-z]+|spizarni[a-z]*|zamrazar[a-z]+|w domu|sklepie|fridge|pantry|freezer|cupboard|house|at home|on (?:the|my|our) (?:shopping |grocery )?list|na liscie|do (?:we|i) (?:still |actually |even )?have(?! .{0,60} in (?:it|this|that|them))|(?:can|could|may) we have .{0,80}(?:tonight|today|for (?:dinner|lunch|breakfast|supper)))(?![a-z'])/;
/** `kisiel przy celiakii – tak czy nie?`: asked with no verb. */
const YES_OR_NO =
  /(?<![a-z'])(?:yes or no|yes\/no|yay or nay|(?:ok|okay|safe|fine|allowed) or not|tak czy nie|(?:mozna|wolno|ok|dobr[a-z]+|zje|zjem|zjemy|jesc|dac|podac) czy (?:nie|lepiej [a-z]+|odpusc[a-z]*))\s?[?.!]*$/;
/** `A keczup jest bez selera?` asks what is in it. */
const IS_WITHOUT =
  /^(?:(?:a|czy|i|ten|ta|to) )*[a-z]+(?: [a-z]+)? (?:jest|sa|to|bedzie) (?:na pewno )?bez [a-z]+ ?\?$/;
/** `A parmezan mu przejdzie?` */
const AGREES =
  /(?<![a-z'])(?:(?:mu|jej|im|mi|nam) (?:przejdzie|ujdzie|zaszkodzi|nie zaszkodzi)|(?:przejdzie|ujdzie|zaszkodzi) (?:mu|jej|im|mi|nam))(?![a-z'])/;
const IS_DIET =
  /(?<![a-z'])(?:wegansk\w+|wegetariansk\w+|bezgluten\w+|bezlaktoz\w+|vegan|vegetarian|halal|[a-z]+ free)(?![a-z'])/;
const DIET_WORDS: readonly (readonly [Diet, RegExp])[] = [
  ['vegan', /(?<![a-z'])(?:wegansk\w+|wegan\w+|vegans?)(?![a-z'])/],
  ['vegetarian', /(?<![a-z'])(?:wegetarian\w+|vegetarians?|veggie)(?![a-z'])/],
  ['gluten-free', /(?<![a-z'])(?:bezgluten\w+|gluten free)(?![a-z'])/],
  ['lactose-free', /(?<![a-z'])(?:bezlaktoz\w+|lactose free)(?![a-z'])/],
  ['halal', /(?<![a-z'])halal(?![a-z'])/],
];
const PREGNANT =
  /(?<![a-z'])(?:(?:jest |jestem )?w ciazy|ciaz\w+|pregnan\w+|karmi\w* piersia|breastfeeding)(?![a-z'])/g;
const FREE = /(?<![a-z'])[a-z]+ free(?![a-z'])/g;
const NOT_FOOD = new Set([...words.stops, ...words.fillers, ...words.question]);

/**
 * A question whether somebody may eat something: who, and the food as it was written. It is read after
 * the statements, of which it may have one (`… przy alergii na orzechy?`), and which are taken out by
 * then, so that the allergen is not taken for the food.
 */
export function readQuestion(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
): FoodQuestion | null {
  return questionIn(scanner, people, language, false, (sentence, at) => {
    if (isQuestion(sentence) || isOfPerson(sentence, at, people)) return true;
    return isOfSpeaker(scanner.rest.slice(at, at + sentence.length), language);
  });
}

/** `is hummus gluten-free?` asks for what a statement would demand, so it is read before them. */
export function readDietQuestion(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
): FoodQuestion | null {
  return questionIn(scanner, people, language, true, (sentence) => {
    const text = sentence.trim();
    return (
      IS_WITHOUT.test(text) ||
      (/^(?:(?:a|and|so) )?(?:czy|is|are)\b/.test(text) && IS_DIET.test(text) && isQuestion(text))
    );
  });
}

function questionIn(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
  ofDiet: boolean,
  isAsked: (sentence: string, at: number) => boolean,
): FoodQuestion | null {
  for (const { 0: sentence, index } of scanner.whole.matchAll(/[^.!?;:]+[.!?;:]?/g)) {
    if (!isAsked(sentence, index)) continue;
    const to = index + sentence.length;
    const food = foodIn(scanner, index, to, language);
    if (food === undefined) continue;
    scanner.takeOut(index, to);
    return {
      who: people.within(index, to) ?? SOMEBODY,
      food,
      diet: ofDiet ? dietIn(sentence) : null,
    };
  }
  return null;
}

/** `a Jan może pesto?`: somebody and `may`, and no verb. */
function isOfPerson(sentence: string, at: number, people: PeopleReader): boolean {
  const match =
    /^\s?(?:(?:a|czy|i|no|to|ale) )*([a-z]+) (?:tez )?(?:moze|moga|moge) (?!byc)[^?]+\?$/.exec(
      sentence,
    );
  if (match === null || OPEN.test(sentence) || COOKS.test(sentence)) return false;
  const who = people.within(at, at + (match[0].indexOf(` mo`) ?? 0) + 1);
  return who !== null && who.role !== 'everybody';
}

/** `czy mogę nutellę?`: a food, and no verb. @param written with its diacritics */
function isOfSpeaker(written: string, language: Language): boolean {
  const [, food] =
    /^\s?(?:(?:a|czy|i|no|to|ale) )*(?:mogę|moge|możemy|mozemy|wolno mi) ([\p{L} ]+?)\s?\?$/u.exec(
      written,
    ) ?? [];
  return food !== undefined && foodNamed(food, language) !== undefined;
}

function dietIn(sentence: string): Diet | null {
  return DIET_WORDS.find(([, pattern]) => pattern.test(sentence))?.[0] ?? null;
}

function isQuestion(sentence: string): boolean {
  const text = sentence.trim();
  if (!text.endsWith('?') && !STARTS.test(text)) return false;
  const asked = text.replace(
    /(?<![a-z'])(?:do (?:ryb|mies|zup|tego|tej|tych|ni[ce]|nieg|obiad|dani|sos|kaw|herbat|salat)\w*|to cos,? co )/g,
    '',
  );
  if (OPEN.test(asked) || COOKS.test(asked.replace(/^(?:a |and |but )?do(?:es)? /, '')))
    return false;
  if (ELSEWHERE.test(text)) return false;
  if (YES_OR_NO.test(text)) return true;
  if (AGREES.test(text)) return true;
  if (CONTAINS.test(text) || (IS_DIET.test(text) && /^(?:czy|is|are)\b/.test(text))) return true;
  if (MAY.test(text) && (EATS.test(text) || /\bwolno\b/.test(text))) return true;
  if (SUITS.test(text) && FOR.test(text)) return true;
  return (
    MAY.test(text) && /(?<![a-z'])(?:przy|with|alergi\w+|allerg\w+|uczulen\w+)(?![a-z'])/.test(text)
  );
}

/** What is left without the words of the question and of the people; null for `this`. */
function foodIn(
  scanner: MessageScanner,
  from: number,
  to: number,
  language: Language,
): string | null | undefined {
  const blank = (words: string) => ' '.repeat(words.length);
  const asked = scanner.folded.slice(from, to).replace(PREGNANT, blank).replace(FREE, blank);
  const runs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const { 0: word, index } of asked.matchAll(/[a-z][a-z'-]*|[^a-z\s]/g)) {
    const isFood =
      /^[a-z]/.test(word) &&
      (!isAround(word, scanner, from + index) || (open && joins(asked, index, word)));
    if (!isFood) {
      open = undefined;
      continue;
    }
    const end = from + index + word.length;
    if (open === undefined) {
      open = { from: from + index, to: end };
      runs.push(open);
    } else open.to = end;
  }
  const written = runs.map((run) => scanner.rest.slice(run.from, run.to).trim());
  const known = written.find((run) => run.split(' ').some((word) => foodNamed(word, language)));
  // `egg in mayonnaise`, `gluten w kuskusie`: asked is what it is in.
  const found = known ?? written[0];
  const within = CONTAINS.test(asked) ? found?.split(/ (?:in|w) /).at(-1) : undefined;
  if (found !== undefined) return within ?? found;
  return /(?<![a-z'])(?:to|tego|ten|ta|te|it|this|that|these|pierwsz\w+|drug\w+|trzeci\w*|first|second|third|one)(?![a-z'])/.test(
    asked,
  )
    ? null
    : undefined;
}

function isAround(word: string, scanner: MessageScanner, at: number): boolean {
  if (NOT_FOOD.has(word) || personWord(word) !== undefined) return true;
  if (EATS.test(word) || MAY.test(word) || SUITS.test(word) || CONTAINS.test(word)) return true;
  // A name: capitals in the midst of a sentence.
  return (
    /^\p{Lu}\p{Ll}/u.test(scanner.cased.slice(at)) &&
    (at > 0 || foodNamed(word, 'pl') === undefined)
  );
}

/** `krem [z] nerkowców`, `mac [and] cheese`, when a food follows. */
function joins(asked: string, at: number, word: string): boolean {
  if (!/^(?:z|ze|w|i|na|po|a|la|and|with|of|in|on|do)$/.test(word)) return false;
  const next = /^\s([a-z][a-z'-]*)/.exec(asked.slice(at + word.length))?.[1];
  return next !== undefined && !NOT_FOOD.has(next) && personWord(next) === undefined;
}

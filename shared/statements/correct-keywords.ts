import { fold } from '#shared/language/fold.ts';
import { foodNamed } from './named-food.ts';

/** Words that a restriction hangs on; a slip of the finger in one must not turn it into a food at hand. */
const KEYWORDS = [
  'allergic',
  'allergy',
  'allergies',
  'intolerant',
  'intolerance',
  'coeliac',
  'celiac',
  'without',
  'uczulony',
  'uczulona',
  'uczuleni',
  'uczulone',
  'uczulenie',
  'uczulenia',
  'uczuleniem',
  'alergia',
  'alergie',
  'alergii',
  'alergik',
  'nietolerancja',
  'nietolerancje',
  'nietolerancji',
  'toleruje',
  'celiakia',
  'celiakie',
  'celiakii',
  'oprocz',
  'pomin',
];
/** Names of allergens, which are corrected only where no food is named as it stands. */
const FOODS =
  'orzechy orzechow orzechami orzeszki orzeszkow migdaly krewetki krewetek skorupiaki skorupiakow gluten glutenu laktoza laktozy laktoze pszenica pszenicy pszenice gorczyca gorczycy gorczyce musztarda musztardy musztarde jajka jajek mleko mleka sezam sezamu seler selera nabial nabialu siarczyny siarczynow peanuts peanut almonds walnuts hazelnuts cashews lactose shellfish sesame mustard celery prawns shrimp sulphites dairy wheat soybeans'.split(
    ' ',
  );
const KNOWN = new Set([...KEYWORDS, ...FOODS]);

/** The message with those words spelled right: `alergic to` → `allergic to`; everything else stays. @param names of people, folded */
export function correctKeywords(message: string, names: ReadonlySet<string>): string {
  return message.replace(/\p{L}{5,}/gu, (word) => {
    const folded = fold(word);
    if (KNOWN.has(folded) || names.has(folded)) return word;
    const keyword = KEYWORDS.find((one) => isSlipOf(folded, one, 6));
    if (keyword !== undefined) return keyword;
    const food = FOODS.find((one) => isSlipOf(folded, one, 5));
    // Jacek is nobody's jajek.
    const isName = /^\p{Lu}\p{Ll}/u.test(word);
    return food === undefined || isName || isFood(word) ? word : food;
  });
}

function isFood(word: string): boolean {
  return foodNamed(word, 'pl') !== undefined || foodNamed(word, 'en') !== undefined;
}

/** One letter more, fewer, other, or two swapped. */
function isSlipOf(word: string, keyword: string, minLength: number): boolean {
  if (Math.abs(word.length - keyword.length) > 1 || keyword.length < minLength) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const [rest, wanted] = [word.slice(start), keyword.slice(start)];
  // The first letter is seldom wrong, and a different one is mostly another word.
  if (start === 0) return false;
  if (rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1))
    return rest !== '' || wanted !== '';
  return rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
}

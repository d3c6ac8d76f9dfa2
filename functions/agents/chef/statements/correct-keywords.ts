import { fold } from '#shared/language/fold.ts';

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
const KNOWN = new Set(KEYWORDS);

/** The message with those words spelled right: `alergic to` → `allergic to`; everything else stays. */
export function correctKeywords(message: string): string {
  return message.replace(/\p{L}{5,}/gu, (word) => {
    const folded = fold(word);
    if (KNOWN.has(folded)) return word;
    return KEYWORDS.find((keyword) => isSlipOf(folded, keyword)) ?? word;
  });
}

/** One letter more, fewer, other, or two swapped. */
function isSlipOf(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 1 || keyword.length < 6) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const [rest, wanted] = [word.slice(start), keyword.slice(start)];
  // The first letter is seldom wrong, and a different one is mostly another word.
  if (start === 0) return false;
  if (rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1))
    return rest !== '' || wanted !== '';
  return rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
}

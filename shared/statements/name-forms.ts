import { fold } from '#shared/language/fold.ts';

const AFTER_A = ['a', 'y', 'i', 'e', 'o', 'u', 'om', 'ami', 'ach'];
const AFTER_CONSONANT = ['', 'a', 'owi', 'em', 'iem', 'ie', 'u', 'e', 'y', 'i'];
const AFTER_O = ['o', 'a', 'owi', 'em', 'iem', 'u'];
const AFTER_Y = ['', 'ego', 'emu', 'm'];
/** The last consonant before -e of the dative and locative: Monika → Monice, Piotr → Piotrze. */
const SOFTENED: readonly (readonly [from: string, to: string])[] = [
  ['ch', 'sze'],
  ['k', 'ce'],
  ['g', 'dze'],
  ['r', 'rze'],
  ['t', 'cie'],
  ['d', 'dzie'],
  ['l', 'le'],
  ['n', 'nie'],
  ['m', 'mie'],
  ['w', 'wie'],
  ['b', 'bie'],
  ['p', 'pie'],
  ['z', 'zie'],
  ['s', 'sie'],
];

/**
 * Every case a Polish first name may stand in, folded: Ola → oli, ole, ola; Jacek → jacka, jackowi.
 * English names come along with their possessive.
 */
export function nameForms(name: string): ReadonlySet<string> {
  const base = fold(name.trim());
  const forms = new Set([base, `${base}'s`, `${base}s'`]);
  const add = (stem: string, endings: readonly string[]) => {
    for (const ending of endings) forms.add(stem + ending);
  };
  const soften = (stem: string) => {
    const found = SOFTENED.find(([from]) => stem.endsWith(from));
    if (found !== undefined) forms.add(stem.slice(0, -found[0].length) + found[1]);
  };
  const stem = base.slice(0, -1);
  if (base.endsWith('a')) {
    add(stem, AFTER_A);
    if (stem.endsWith('i')) add(stem.slice(0, -1), ['i']);
    soften(stem);
  } else if (base.endsWith('o')) add(stem, AFTER_O);
  else if (/[yi]$/.test(base)) add(base, AFTER_Y);
  else if (!/[eu]$/.test(base)) {
    add(base, AFTER_CONSONANT);
    soften(base);
    // Jacek → Jacka, Paweł → Pawła, Aleksander → Aleksandra
    const short = /^(.*[^aeiouy])i?e([cklr])$/.exec(base);
    if (short !== null) add(`${short[1]}${short[2]}`, AFTER_CONSONANT.slice(1));
  }
  return forms;
}

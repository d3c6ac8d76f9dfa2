/** Relatives and others who eat along, in any case, by the name they are shown under. */
const KIN: readonly (readonly [label: string, source: string])[] = [
  ['syn', 'syn(?:a|owi|em|u|ie|ek|ka|kowi|kiem|us|owie|om)?'],
  ['córka', 'cor(?:k[aieou]|ce|ka|eczk\\w+|ki|cia|ci)'],
  ['mąż', 'maz|mez(?:a|owi|em|u|us\\w*)'],
  ['żona', 'zon(?:a|y|ie|e|o)'],
  ['mama', 'mam(?:a|ie|e|o|us\\w+)|matk[aieo]|matce'],
  ['tata', 'tat(?:a|y|o|us\\w*)|tacie|ojc(?:iec|a|u|em)|ojciec'],
  ['brat', 'brat(?:a|u|em|ow\\w*)?'],
  ['siostra', 'siostr(?:a|y|ze|e|zyczk\\w+)'],
  ['babcia', 'babci(?:a|i|e|u)?|babci'],
  ['dziadek', 'dziad(?:ek|ka|kowi|kiem|zi\\w*)'],
  ['teściowa', 'tesciow(?:a|ej|e)'],
  ['teść', 'tesc(?:ia|iowi|iem)?'],
  ['wnuczka', 'wnucz(?:ka|ce|ke|ki)'],
  ['wnuk', 'wnu(?:k|ka|kowi|kiem|czek|czka|czkowi|czkiem)'],
  ['ciocia', 'cioci(?:a|i|e)?|ciotk\\w+|ciotce'],
  ['wujek', 'wuj(?:ek|ka|kowi|kiem|a)?'],
  ['kuzyn', 'kuzyn(?:a|owi|em|ie)?'],
  ['kuzynka', 'kuzyn(?:ka|ce|ke|ki)'],
  ['dziewczyna', 'dziewczyn(?:a|ie|e|y|ka|ce)'],
  ['chłopak', 'chlop(?:ak|aka|akowi|akiem|iec|ca|cu)'],
  ['partner', 'partner(?:a|owi|em)?'],
  ['partnerka', 'partner(?:ka|ce|ke|ki)'],
  ['narzeczony', 'narzeczon\\w+'],
  [
    'dziecko',
    'dzieck(?:o|a|u|iem)|dziecia(?:k|ka|kowi)|malu(?:ch|cha|chowi)|niemowl\\w+|rocznia(?:k|ka|kowi|kiem)|(?:dwu|trzy|cztero|piecio)lat(?:e)?k\\w+|przedszkola\\w+',
  ],
  ['dzieci', 'dzieci(?:om|ach|aki)?|dzieciaki|dzieciom|maluchy'],
  ['koleżanka', 'kolezan(?:ka|ki|ke)|kolezance'],
  ['kolega', 'koleg(?:a|i|e)|koledze'],
  ['przyjaciel', 'przyjaci\\w+'],
  ['sąsiad', 'sasiad\\w*'],
  ['współlokator', 'wspollokator\\w*'],
  ['szwagier', 'szwag(?:ier|ra|rowi)'],
  ['szwagierka', 'szwagierk\\w+'],
  ['synowa', 'synow(?:a|ej)'],
  ['zięć', 'ziec(?:ia|iowi)?'],
  ['bratanek', 'bratan(?:ek|ka|kowi|kiem|ki)'],
  ['bratanica', 'bratanic\\w+'],
  ['siostrzenica', 'siostrzenic\\w+'],
  ['siostrzeniec', 'siostrze(?:niec|nca|ncowi|ncem)'],
  ['chrześniak', 'chrzesnia(?:k|ka|kowi|kiem)'],
  ['chrześnica', 'chrzesni(?:c|aczk)\\w+'],
  ['teściowie', 'tesci(?:owie|ow|om|ami)'],
  ['rodzice', 'rodzic(?:e|ow|om|ami)'],
  ['dziadkowie', 'dziadk(?:owie|ow|om|ami)'],
  ['bliźniaki', 'blizni(?:aki|akow|akom|aczk\\w+)'],
  ['nastolatek', 'nastolat\\w+'],
  ['szef', 'szef(?:a|owi|em|owa|owej)?'],
  ['opiekunka', 'opiekun\\w*|niani\\w*'],
  ...[
    'step(?:son|daughter)',
    '(?:mother|father|sister|brother|son|daughter)-in-law|in-laws',
    'sons?',
    'daughters?',
    'kids?|child|children|toddler|baby|little one|kiddo',
    'wife',
    'husband|hubby|hubs',
    'mum|mom|mother|mummy|mommy',
    'dad|father|daddy',
    'brother',
    'sister',
    'gran(?:dma|ny|dmother)?|nan(?:a|ny)?',
    'grandpa|grandad|granddad|grandfather',
    'grand(?:son|daughter|kids?|children)',
    'nephew',
    'niece',
    'aunt(?:ie|y)?',
    'uncle',
    'cousin',
    'girlfriend|gf',
    'boyfriend|bf',
    'fiancee?',
    'partner',
    'friend',
    'neighbou?r',
    'flatmate|roommate|housemate',
    'teenager',
    'twins',
    'boss',
    'god(?:son|daughter|child|mother|father)',
    'grandparents?|parents?',
    'lodger|colleague|coworker|co-worker|mate|buddy|pal',
    'teens?',
  ].map((source): readonly [string, string] => ['', source]),
];
const GUEST = 'gosc(?:ia|iowi|iem|ie|iu|i|iom|mi)?|guests?|visitors?|friends';

const wordLike = (source: string) => new RegExp(`^(?:${source})(?:'s|s')?$`);
const KIN_WORDS = KIN.map(([label, source]) => [label, wordLike(source)] as const);
const GUEST_WORD = wordLike(GUEST);
const PRONOUN =
  /^(?:on|ona|ono|jej|niej|nia|jemu|niemu|jego|mu|oni|im|nim|she|he|her|him|they|them|his|s?he's|he'd|she'd)$/;
const SPEAKER =
  /^(?:ja|mnie|mi|jestem|moge|lubie|jem|mam|znosze|cierpie|jadam|trawie|przepadam|puchne|unikam|i'm|im|i've|i'd|ive|me|myself|am|(?:odstawi|wyklucz|zrezygnowa|przesta|ogranicz)l[ae]m)$/;
const VERB =
  /^(?:czuje|odczuwa|toleruje|choruje|dostaje|pije|chce|reaguje|karmie|zyje|mieszkam|unikam|rezygnuje|tkne|rusze|przelkne|zniose|wezme|zjem|polkne|odmawiam)$/;
const EVERYBODY =
  /^(?:nas|nam|\w{2,}(?:amy|emy|imy|ymy)|jemy|mozemy|lubimy|jadamy|pijemy|chcemy|tolerujemy|wszyscy|nikt|jestesmy|rodzin\w+|we|we're|we've|us|everyone|everybody|nobody|all|family|domownicy)$/;

export type PersonWord =
  | { readonly role: 'guest' | 'pronoun' | 'speaker' | 'everybody' }
  | { readonly role: 'named'; readonly name: string };

/** First persons that only their last letter tells from third ones: `toleruję`, he `toleruje`. */
const FIRST_PERSON = /^\p{L}{3,}ę$/u;

/**
 * Whom a folded word means, if anybody.
 * @param written with its capitals and diacritics: `I` is somebody, Polish `i` is an and
 */
export function personWord(word: string, written = word): PersonWord | undefined {
  if (written === 'I') return { role: 'speaker' };
  if (GUEST_WORD.test(word)) return { role: 'guest' };
  const kin = KIN_WORDS.find(([, pattern]) => pattern.test(word));
  if (kin !== undefined)
    return { role: 'named', name: kin[0] === '' ? word.replace(/'s$/, '') : kin[0] };
  if (PRONOUN.test(word)) return { role: 'pronoun' };
  if (SPEAKER.test(word) || (VERB.test(word) && FIRST_PERSON.test(written)))
    return { role: 'speaker' };
  return EVERYBODY.test(word) ? { role: 'everybody' } : undefined;
}

import { type Relation, relationsOf } from './relation.ts';
import {
  ALLERGY,
  INTOLERANCE,
  POLISH_CANCELLED,
  STILL,
  TO_WHOM,
} from './relations-cancelled-pl.ts';
import { POLISH_HARM } from './relations-harm-pl.ts';

const pl = relationsOf('pl');

const EATING =
  '(?:(?:z|s)?jesc|jadac|(?:wy)?pic|spozywac|miec(?: kontaktu z)?|dostac|dostawac|tykac|tknac|brac|probowac|przyjmowac|dotykac)';
const SYMPTOM =
  '(?:puch\\w+|spuch\\w+|dusi\\w*|wymiot\\w+|wysypk\\w+|swedz\\w+|pokrzywk\\w+|(?:go |ja |mnie |mu |jej |mi |nas )?(?:boli|bola|bolal\\w*|skreca|mdli)|choruj\\w+|(?:ma|mam|dostaj\\w+) (?:wysypk\\w+|pokrzywk\\w+|biegunk\\w+|zgag\\w+|wzdec\\w*))';
const CAUSE = `(?:po|od|przez)`;

const GENITIVE = { unknown: false } as const;
const BEFORE = { foods: 'before', unknown: false } as const;
const EITHER = { foods: 'after-or-before' } as const;
const GLUTEN = { name: 'gluten', codes: ['gluten'] } as const;

const COMPOUNDS: readonly (readonly [string, Relation['means']])[] = [
  ['bezgluten\\w+', GLUTEN],
  ['bezlaktoz\\w+', { name: 'laktoza', codes: ['milk'] }],
  ['bezmlecz\\w+|beznabial\\w+', { name: 'nabiał', codes: ['milk'] }],
  ['bezjaj\\w+', { name: 'jajka', codes: ['eggs'] }],
  ['bezorzech\\w+', { name: 'orzechy', codes: ['nuts'] }],
  ['bezsoj\\w+', { name: 'soja', codes: ['soybeans'] }],
  ['bezpszen\\w+', { name: 'pszenica', codes: ['gluten'] }],
];

const OF_PEOPLE: readonly Relation[] = [
  // `alergie w rodzinie: [wnuczka -] mleko, [ja -] skorupiaki`
  pl(
    'allergy',
    `(?<=(?:alergi|uczule|nietoler|nie je|nie moze)[a-z]{0,8}[^.!?]{0,120}[ ,:])[a-z]+ ?[-–=:]`,
    { unknown: false, commas: 'all' },
  ),
  pl(
    'allergy',
    `na(?= (?:[a-z]+ ){1,6}?(?:(?:mam|ma|jest\\w*|silnie|bardzo|tez) ){0,3}(?:uczulon\\w+|${ALLERGY}))`,
    { commas: 'all', unknown: false },
  ),
  pl('allergy', `${ALLERGY}(?: (?:pokarmow\\w+|jest|mam|ma|go|ja|mnie))*\\s?(?:na|:)`, {
    commas: 'all',
  }),
  // `uczulona jestem na`, `alergię ma mój syn na`: the words between say whose it is, and since when.
  pl('allergy', `${ALLERGY}(?: (?!na |nie |co |ale )[a-z]+){1,5} na`, {
    commas: 'all',
    unknown: false,
  }),
  pl('allergy', `${ALLERGY}\\s?[,(:-]\\s?(?:[a-z]+ ){0,2}?na`, { commas: 'all', unknown: false }),
  pl('allergy', `uczula(?:ja)?(?: ${TO_WHOM})?`, { ...EITHER, unknown: false }),
  pl('allergy', 'skaz\\w+ bialkow\\w+', {
    foods: 'none',
    means: { name: 'mleko', codes: ['milk'] },
  }),
  pl('celiac', 'celiak\\w*|chorob\\w+ trzewn\\w+', { foods: 'none', means: GLUTEN }),
  pl('intolerance', `${INTOLERANCE}(?: (?:mam|ma|jest))?(?: na|:)?`),
  pl(
    'intolerance',
    '(?:zle|fatalnie|kiepsko) (?:reaguj\\w+ na|znosz?\\w*|trawi\\w*|sie czuj\\w+ po)',
    {
      commas: 'all',
    },
  ),
  pl('intolerance', 'nie (?:toler\\w+|traw\\w+|strawi\\w*)'),
  pl('intolerance', `${SYMPTOM} (?:(?!(?:ale|i|bo|a|mam) )[a-z]+ ){0,3}?${CAUSE}`, {
    commas: 'all',
    unknown: false,
  }),
  pl('intolerance', `${CAUSE}(?= (?:[a-z]+ ){1,4}${SYMPTOM})`, { commas: 'all', unknown: false }),
  pl('intolerance', `(?:nie sluz\\w+|szkodz\\w+)(?: ${TO_WHOM})?`, {
    ...EITHER,
    unknown: false,
  }),
  pl(
    'intolerance',
    `nie (?:moze|moge|moga|mozemy|powinn\\w+|wolno)(?: ${TO_WHOM})?(?: ${STILL})*(?: (?:nawet )?${EATING})?`,
    { ...EITHER, unknown: false },
  ),
  pl('intolerance', `(?:zabron\\w+|zakaza\\w*)(?: ${TO_WHOM})?(?: ${EATING})?`, GENITIVE),
  pl(
    'intolerance',
    `(?:odstawi\\w*|unika\\w*|wyklucz(?!eniem)\\w+|eliminuj\\w+|wyeliminowa\\w+|ma zakaz)`,
    {
      unknown: false,
      commas: 'all',
    },
  ),
  pl(
    'refusal',
    `nie (?:je|jem|jemy|jedza|jada|jadam|jadamy|jadaja|pije|pijemy|pija|tkni\\w+|tkne|tkna|tyka\\w*|rusz\\w+|spozywa\\w*|uzna\\w+)(?: ${STILL})*(?: do ust)?`,
    EITHER,
  ),
  pl('refusal', `nie (?:zycz\\w+ sobie|chc\\w+|akcept\\w+)(?: ${STILL}| ${EATING}| zadn\\w+)*`, {
    ...EITHER,
    unknown: false,
  }),
  pl(
    'dislike',
    'nie (?:lubi\\w*|znos\\w+|cierp\\w+|przepad\\w+ za|przelyk\\w+|przelkn\\w+)|nienawidz\\w+|brzydz\\w+ sie',
    EITHER,
  ),
  pl(
    'diet',
    '(?:na )?(?:diecie|diete|dieta) (?:[a-z]+ )?roslinn\\w+|(?:jem|je|jemy|jedza|zyj\\w*|jada\\w*|odzywia\\w* sie) (?:tylko |wylacznie |w pelni |wegansko i )?(?:roslinn\\w+|wegansk\\w+)|kuchni\\w* (?:tylko |wylacznie )roslinn\\w+|(?:przeszl\\w+|przeszedl\\w*|przechodz\\w+|przerzuci\\w+)(?: sie)? na (?:rosliny|weganizm|(?:diete|kuchnie) roslinna)',
    { foods: 'none', diet: 'vegan' },
  ),
  pl('diet', 'wegan(?:k\\w+|in\\w*|ie|om|ami|ach)?|jest\\w* wega|(?:na )?diecie wegansk\\w+', {
    foods: 'none',
    diet: 'vegan',
  }),
  pl(
    'diet',
    'wegetarian(?:k\\w+|in\\w*|ie|om|ami|ach)?|jarosz\\w*|(?:na )?diecie wegetarian\\w+|jest\\w* wege\\b',
    { foods: 'none', diet: 'vegetarian' },
  ),
];

const OF_MEALS: readonly Relation[] = [
  ...COMPOUNDS.map(([source, means]) =>
    pl('without', source, { foods: 'none', ...(means && { means }) }),
  ),
  pl('refusal', '(?:zadn\\w+|zero)', GENITIVE),
  pl(
    'refusal',
    'ani (?:grama|sladu|krzty|kropli|odrobin\\w+|kes\\w+|lyka|lyzeczki|kawaleczka|kawalka|okruszka)',
    { ...EITHER, unknown: false },
  ),
  pl(
    'refusal',
    'odpada(?:ja)?(?= (?:wszystko|wszelk\\w+|wszystkie|kazd\\w+|dania|potrawy|cokolwiek))',
    GENITIVE,
  ),
  pl(
    'without',
    '(?:innego|innym|cokolwiek|wszystko|byle co|inne) (?:niz|tylko nie|byle nie|oprocz|procz|poza)',
    GENITIVE,
  ),
  pl(
    'refusal',
    '(?:jest |sa )?(?:odpada(?:ja)?|wykluczon\\w+|zakazan\\w+|zabronion\\w+|niedozwolon\\w+|nie wchodz\\w+ w gre)',
    BEFORE,
  ),
  pl(
    'without',
    '(?:ma|maja|moze|moga|zeby|niech|by) (?:[a-z]+ )?nie (?:bylo|byc|bedzie)(?: w (?:tym|nim|niej|nich|srodku))?',
    {
      ...EITHER,
      unknown: false,
    },
  ),
  pl('without', '(?:z|za) (?:wykluczeniem|pominieciem|wylaczeniem)', GENITIVE),
  pl('without', 'nie bedzie(?: (?:zadn\\w+|ani))?', GENITIVE),
  pl('without', '(?:jest |sa )?out|won', BEFORE),
  pl('without', 'nie (?:ma|moze|moga|maja|powinno) byc', { ...EITHER, unknown: false }),
  pl('without', '(?:byle|byleby|tylko|ale|oby) (?:nie|bez)(?: (?:z|ze|na|w))?', GENITIVE),
  pl(
    'without',
    '(?:bez(?! [a-z]+ (?:sie )?nie (?:da|obejd|wyobraz|mog|potrafi|ma zycia))|oprocz|procz|poza|z wyjatkiem|za wyjatkiem|wolne od)(?: (?:dodatku|uzycia|udzialu))?',
    GENITIVE,
  ),
  pl(
    'without',
    '(?:pomin\\w*|pomijaj\\w*|omin\\w*|omij\\w+|wywal\\w*|wyrzuc\\w*|odpusc\\w*|daruj\\w* sobie)',
    { unknown: false, commas: 'all' },
  ),
  pl(
    'without',
    '(?<!sie )nie (?:dod(?:aw)?a\\w*|da(?:wa)?\\w*|poda(?:wa)?\\w*|wklada\\w*|wlewa\\w*|proponuj\\w*|proponowa\\w*|uzywa\\w*|uzyc|uzyj\\w*|syp\\w*|wrzuca\\w*|kupuj\\w*|rob(?:cie|imy)?|szykuj\\w*|gotuj(?:cie|my)?|serwuj\\w*|stosuj\\w*|pakuj\\w*|dorzuca\\w*|polecaj\\w*)(?: (?:mi|mu|jej|im|nam))?',
    { ...EITHER, unknown: false },
  ),
];

const OUT_OF_STOCK: readonly Relation[] = [
  pl('out-of-stock', 'zamiast(?: (?:uzycia|dodawania))?', GENITIVE),
  pl(
    'out-of-stock',
    '(?:(?:akurat|juz|niestety|teraz) )?nie (?:mam|mamy|kupil\\w*|zostal\\w*|posiada\\w*|ma|bylo|znalazl\\w*)(?: (?:w domu|akurat|juz|teraz|w sklepie|w lodowce|mi|nam|zadn\\w+))*',
    { ...EITHER, unknown: false },
  ),
  pl(
    'out-of-stock',
    '(?:(?:u mnie |u nas )?nie uswiadcz\\w+|niet|(?:wyzarl|zezarl|pozarl|wyjadl|zjadl)\\w*(?: (?:mi|nam))?(?: (?:cal\\w+|wszystkie|resztk\\w+|ostatni\\w*))?|wysz(?:ed)?l\\w+ (?:co do|cal\\w+|do))',
    { ...EITHER, unknown: false },
  ),
  pl(
    'out-of-stock',
    '(?:brak|braknie|brakuje|brakowal\\w*|zabrak\\w+|(?:s|po|za)?koncz\\w+(?: mi| nam)? sie(?! (?:[a-z]+ ){0,3}(?:atak|wysyp|wymiot|biegunk|karetk|szpital|pogotowi|bol|wstrzas|migren|zle|tragicz))|(?:sie )(?:mi |nam )?(?:s|po|za)?koncz\\w+|wysz(?:ed)?l\\w+(?: mi| nam)|zapomni\\w+(?: kupic)?|zuzyl\\w*|zjedli\\w*)(?: (?:mi|nam|juz|w domu))*',
    { ...EITHER, unknown: false },
  ),
];

export const POLISH_RELATIONS: readonly Relation[] = [
  ...POLISH_CANCELLED,
  ...POLISH_HARM,
  ...OF_PEOPLE,
  ...OF_MEALS,
  ...OUT_OF_STOCK,
];

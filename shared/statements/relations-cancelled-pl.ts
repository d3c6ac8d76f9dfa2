import { type Relation, relationsOf } from './relation.ts';

const pl = relationsOf('pl');

export const TO_WHOM = '(?:mi|mu|jej|im|nam|mnie|jemu|sobie|sie|go|ja|nas|ich)';
export const STILL =
  '(?:dzis|dzisiaj|jutro|juz|jednak|wcale|teraz|tez|absolutnie|naprawde|przeciez|nigdy|w ogole|u nas|u mnie)';
export const ALLERGY = '(?:alergi\\w+|uczule\\w+|uczulon\\w+|nadwrazliw\\w+|alergicz\\w+)';
export const INTOLERANCE = 'nietoleranc\\w+';
const NOT_IS = 'nie (?:jest\\w*|sa|byl\\w*|mam\\w*|ma|maja|mial\\w*|stwierdzono|wykryto)';

const GENITIVE = { unknown: false } as const;
const EITHER = { foods: 'after-or-before' } as const;

/** What is not forbidden although it sounds so; read first. */
export const POLISH_CANCELLED: readonly Relation[] = [
  pl('out-of-stock', '(?:mam|mamy|jest) wszystko (?:oprocz|procz|poza|bez)', { unknown: false }),
  pl(
    'out-of-stock',
    '(?:ani (?:grama|sladu|krzty|kropli|odrobiny|sztuki)|zero)(?= (?:[a-z]+ ){1,3}?(?:w domu|w lodowce|w szafce|w spizarni|nie ma|nie mam|nie zostal|juz))',
    GENITIVE,
  ),
  pl(
    'cancelled',
    `(?:(?:wykresl|skresl|usun|skasuj|anuluj|cofnij|wymaz|zdejmij)\\w*|zapomnij\\w* o)(?: (?:[a-z]+ ){0,3}?)(?:${ALLERGY}|${INTOLERANCE}|celiak\\w*)(?: na)?`,
  ),
  pl(
    'cancelled',
    `(?:nieprawd\\w+|nie prawda|nie jest prawda|bzdur\\w+|pomylk\\w+),? (?:ze|jakoby) (?:[a-z]+ ){0,4}?(?:${ALLERGY}|${INTOLERANCE}|celiak\\w*)(?: na)?`,
  ),
  pl(
    'cancelled',
    'nikt (?:[a-z]+ ){0,3}?nie ma (?:[a-z]+ )?(?:problem\\w*|klopot\\w*) (?:z|ze|po)',
    GENITIVE,
  ),
  pl(
    'cancelled',
    `(?:${ALLERGY}|${INTOLERANCE})(?: na)?(?= (?:[a-z]+ ){1,4}?(?:minel|przeszl[ay]|ustapil|znikn|nieaktualn|sie nie potwierdz|nie potwierdz|wykluczono|wykluczyl))`,
    GENITIVE,
  ),
  pl(
    'cancelled',
    `(?:${ALLERGY}|${INTOLERANCE}|celiak\\w*) (?:[a-z]+ )?(?:wykluczono|wykluczyl\\w*|zostala wykluczona|minel\\w*|przeszl[ay]|ustapil\\w*|znikn\\w+|(?:sie )?nie potwierdz\\w+)`,
    { foods: 'none' },
  ),
  pl('cancelled', `wyklucz\\w+ (?:${ALLERGY}|${INTOLERANCE}|celiak\\w+)(?: na)?`),
  pl(
    'cancelled',
    `(?:nikt )?(?:u nas |z nas )?${NOT_IS} (?:${STILL} |zadn\\w+ )*(?:${ALLERGY}|${INTOLERANCE}|celiak\\w*)(?: na)?`,
    EITHER,
  ),
  pl(
    'cancelled',
    `(?:mysl\\w+|zdawalo sie|sadzi\\w+),? (?:ze )?(?:ma|mam|jest\\w*) (?:${ALLERGY}|${INTOLERANCE}|celiak\\w*)(?: na)?(?=[^.!?]{1,80}(?:wyklucz|nie potwierdz|jednak nie|nie szkodz|pomyl))`,
    { foods: 'after', unknown: false },
  ),
  pl('cancelled', '(?:to )?(?:byl |jest )?falszyw\\w+ alarm', { foods: 'before', unknown: false }),
  pl(
    'cancelled',
    '(?:cofam|odwoluj\\w+|odszczekuj\\w+)(?: (?:to|wszystko))?(?: co (?:[a-z]+ ){1,3}?)?(?: ?(?:o|z|ze|co do))',
    GENITIVE,
  ),
  pl(
    'cancelled',
    `nie (?:uczula\\w*|szkodz\\w+)(?: ${TO_WHOM})?|(?:${TO_WHOM} )?nie (?:uczula\\w*|szkodz\\w+)`,
    { ...EITHER, unknown: false },
  ),
  pl('cancelled', `wyros\\w* (?:juz )?z (?:${ALLERGY}|${INTOLERANCE})(?: na)?`),
  pl('cancelled', `(?:brak|bez) (?:${ALLERGY}|${INTOLERANCE})(?: na)?`),
];

import { type Relation, relationsOf } from './relation.ts';

const pl = relationsOf('pl');

/** What somebody falls ill with, after a food: `po nerkowcach [ląduje na SORze]`. */
const ILL =
  '(?:(?:(?:wy)?ladu\\w+|trafi\\w*|jedzi\\w+|jezdzi\\w*) (?:na|w|do) (?:sor\\w{0,2}|szpital\\w*|pogotowi\\w*|ostr\\w+ dyzur\\w*|izb\\w+ przyjec|oiom\\w*|intensywn\\w+)|(?:ma|mam|miewa\\w*|dostaj\\w+|dostal\\w*) (?:\\w+ ){0,1}(?:rewolucj\\w+|sensacj\\w+|problem\\w*|klopot\\w*|wstrzas\\w*|dusznosc\\w*|atak\\w*|skurcz\\w*|migren\\w+|wymiot\\w+|bole|bol|odruch\\w*|mdlosc\\w*|drgawek|drgawk\\w+)|umiera\\w*|cierpi\\w*|mecz\\w+ sie|drapi\\w+|drapac|(?:ratowal\\w*|zabral\\w*|zabiera\\w*|zgarn\\w+) (?:[a-z]+ )?(?:pogotowi\\w*|karetk\\w*)|(?:ma|mam|dostaj\\w+|wyskakuj\\w+) (?:[a-z]+ )?(?:plam\\w*|krost\\w*|babl\\w*|opuchlizn\\w*)|robi\\w* (?:mi |mu |jej )?sie (?:mi |mu |jej )?(?:slabo|niedobrze|zle)|czerwieni\\w+|wysyp\\w+|obsyp\\w+|kicha\\w*|kaszl\\w+|lzawi\\w+|zwraca\\w*|rzyga\\w*|odchorow\\w+|zle sie (?:czuj\\w+|czul\\w*)|(?:jest|robi\\w* sie) (?:\\w+ )?niedobrze|wzdyma|reaguj\\w+ (?:zle|fatalnie|wysypk\\w+|alergi\\w+))';
/** What a food is said to be: `laktoza [= rewolucje]`, `rodzynki [to koszmar]`. */
const ILLNESS =
  '(?:rewolucj\\w+|sensacj\\w+|biegunk\\w+|wysypk\\w+|pokrzywk\\w+|wymiot\\w+|szpital|sor|karetka|trucizn\\w+|zabojcz\\w+|zabija\\w*|smierteln\\w+|smierc|niebezpieczn\\w+|szkodliw\\w+|alergen|bol(?:e)? brzucha|zgag\\w+|wzdecia|migren\\w+)';
const DISGUST =
  '(?:koszmar\\w*|dramat|tragedia|masakra|obrzydl\\w+|obrzydliwosc|ohyd\\w+|okropn\\w+|okropienstwo|paskud\\w+|wstretn\\w+|niejadaln\\w+|fuj|ble|blee+)';
const ENDS =
  '(?:karetk\\w+|szpital\\w*|pogotowi\\w+|sor\\w{0,2}|wysypk\\w+|wymiot\\w+|biegunk\\w+|bolem|pokrzywk\\w+|migren\\w+|wstrzas\\w+)';
const CAUSE = '(?:po|od|przez)';
const GENITIVE = { unknown: false } as const;
const BEFORE = { foods: 'before', unknown: false } as const;

/** What harms or disgusts somebody, or what they refuse, by kinds. */
export const POLISH_HARM: readonly Relation[] = [
  pl('intolerance', `${CAUSE}(?= (?:[a-z]+ ){1,6}?${ILL})`, { commas: 'all', unknown: false }),
  pl('intolerance', `${ILL} ${CAUSE}`, { commas: 'all', unknown: false }),
  pl(
    'intolerance',
    'nie (?:radz\\w+ sobie|dogaduj\\w+ sie|lubi\\w* sie) (?:z|ze)|nie przyswaja\\w*|(?:ma|mam|maja|miewa\\w*) (?:\\w+ )?(?:problem\\w*|klopot\\w*) (?:z|ze|po|przy)',
    { unknown: false, commas: 'all' },
  ),
  pl('intolerance', `(?:to |jest |sa |oznacza\\w* |rowna sie )?${ILLNESS}`, BEFORE),
  pl(
    'allergy',
    `reaguj\\w+ na(?= (?:[a-z]+ ){1,4}?(?:wstrzas\\w*|dusznosc\\w*|opuchlizn\\w*|${ENDS}))`,
    { unknown: false, commas: 'all' },
  ),
  pl(
    'allergy',
    '(?:nie daj|bron|uchowaj) (?:panie )?(?:boze|bog)(?:,? (?:zeby|aby|by))?',
    GENITIVE,
  ),
  pl(
    'refusal',
    '(?:odmawia\\w*|odmowil\\w*)(?: (?:jedzenia|picia|spozywania))?|(?:wystrzega\\w* sie|wyrzek\\w+ sie|boi sie|boje sie)|(?:stroni\\w*|z daleka) od|nie (?:wezm\\w+|bior\\w+|bierze\\w*) do ust',
    GENITIVE,
  ),
  pl('refusal', '(?:rezygnuj\\w+|zrezygnowa\\w+) (?:z|ze)', GENITIVE),
  pl('refusal', '(?:z|ze)(?= (?:[a-z]+ ){1,5}?(?:rezygnuj|zrezygnowa))', {
    unknown: false,
    commas: 'all',
  }),
  pl(
    'refusal',
    '(?:sie nie|nie) (?:podaj\\w*|jada|je|jadamy|kupuj\\w+|uzywa|gotuj\\w+|pija|pije|toleruje|serwuj\\w+|stosuj\\w+)(?: sie)?',
    BEFORE,
  ),
  pl(
    'dislike',
    'krzyw\\w+ sie (?:na|po|przy|od|nad)(?: (?:sam\\w*|widok|mysl|o|zapach|smak))*|wzdryga\\w* sie (?:na|przy)(?: (?:widok|mysl|o|zapach|smak))*|(?:ma|mam|maja|czuj\\w+) (?:wstret|awersj\\w+|obrzydzenie|uraz) (?:do|na)|(?:ma|mam|maja) (?:juz )?dosc|gardz\\w+|wypluwa\\w*|pluj\\w+ (?:na widok)?|(?:ma|mam) odruch\\w*(?: wymiotn\\w+)? (?:na|po|przy|od)(?: (?:widok|mysl|o|zapach))*|obrzydza\\w*|odrzuca (?:mnie|go|ja|ich|nas) od',
    { unknown: false, commas: 'all' },
  ),
  pl('dislike', `(?:to |jest |sa |po prostu )*${DISGUST}`, BEFORE),
  pl('intolerance', `koncz\\w+ sie (?:zawsze |dla niej |dla niego |na |w )*${ENDS}`, BEFORE),
  pl(
    'intolerance',
    `(?:powoduj\\w+|wywoluj\\w+|przyprawia\\w* o)(?: [a-z]+){0,3}? (?:bol\\w*|${ILLNESS}|alergi\\w+|swiad)`,
    BEFORE,
  ),
  pl(
    'intolerance',
    '(?:mnie|go|ja|nas|ich|mi|mu|jej|nam) (?:wykancza\\w*|meczy|mecza|dobija\\w*|rozklada\\w*|rozwala\\w*|zabija\\w*|ciazy|truj\\w+|krzywdz\\w+)|(?:wykancza\\w*|dobija\\w*|rozwala\\w*|zabija\\w*|truj\\w+|krzywdz\\w+) (?:mnie|go|ja|nas|ich|mi|mu|jej|nam|[a-z]+)|(?:mnie|go|ja|nas|ich) (?:dusz[aąe]|zatyka\\w*|przytyka\\w*|telepie|rozsadza\\w*|rozpiera\\w*|wzdyma\\w*|sypie|mdli|odrzuca)|(?:(?:mnie|go|ja|nas|ich) )?(?:wysypuj\\w+|obsypuj\\w+|wysypal\\w*|skreca\\w*|wykreca\\w*)',
    BEFORE,
  ),
  pl(
    'dislike',
    '(?:(?:mi|mu|jej|nam|im) )?nie (?:lezy|leza|podchodz\\w+|wchodz\\w+|smakuj\\w+)(?: (?:mi|mu|jej|nam|im))?',
    BEFORE,
  ),
  pl(
    'dislike',
    'smakuj\\w+ (?:mi |mu |jej |nam |im )?jak (?:mydl\\w+|gum\\w+|karton\\w*|trocin\\w+|papier|plastik\\w*|skarpet\\w+)',
    BEFORE,
  ),
  pl('intolerance', '(?:to |sa |jest )?nie (?:jest |sa )?dla [a-z]+', BEFORE),
  pl(
    'allergy',
    '(?:test\\w*|wynik\\w*|panel\\w*|badani\\w+) (?:[a-z]+ ){0,3}?(?:dodatni\\w*|pozytywn\\w+)(?: (?:na|dla|przy))?',
    { unknown: false, commas: 'all' },
  ),
  pl(
    'refusal',
    '(?:stanowczo|absolutnie|zdecydowanie|kategorycznie|definitywnie) nie(?= ?(?:$|[.,!;]))|nigdy wiecej|po moim trupie',
    BEFORE,
  ),
  pl('dislike', 'za(?= (?:[a-z]+ ){1,3}?nie przepad)', GENITIVE),
  pl(
    'dislike',
    '(?:wydlub|wygrzeb|odgrzeb)\\w+(?: z (?:jedzenia|zupy|talerza|obiadu))?(?: (?:kazd\\w+|wszystk\\w+|kawal\\w+|plaster\\w+))*',
    GENITIVE,
  ),
  pl('refusal', '(?:jest|sa|jestem|jestesmy) na nie (?:dla|wobec|przy)', GENITIVE),
  pl('dislike', 'na (?:sama )?mysl o', GENITIVE),
  pl('refusal', 'ani mysl\\w+ (?:o|jesc|tknac|ruszyc|probowac)', GENITIVE),
  pl('refusal', '(?:mi |mu |jej )?sie (?:boi|boje|boja|boimy)', BEFORE),
  pl(
    'allergy',
    '(?:to |jest |sa )?(?:silna |ciezka |moja |jego |jej )?(?:alergia|uczulenie|nietolerancja)(?! (?:na|po|u|jest))',
    BEFORE,
  ),
  pl('refusal', '(?:omija\\w*|omijac)(?: szerokim)? lukiem', BEFORE),
  pl(
    'refusal',
    '(?:trzyma\\w* sie )?z (?:dala|daleka) od|(?:omija\\w*|omijac)(?: szerokim)? lukiem',
    GENITIVE,
  ),
  pl(
    'refusal',
    '(?:jest |sa )?(?:na (?:mojej |jej |jego |naszej )?czarnej liscie|w zadnej postaci|pod zadna postacia|(?:to )?(?:temat )?tabu|(?:to )?(?:wrog\\w*|zlo))',
    BEFORE,
  ),
  pl(
    'refusal',
    '(?<=[?] ?(?:no |o |oj )?)(?:nigdy(?: w zyciu)?|przenigdy|nie ma mowy|wykluczone|odpada\\w*|raczej odpada|w zyciu)',
    BEFORE,
  ),
  pl('without', 'usun(?:ac|cie|iete)?', GENITIVE),
  pl(
    'without',
    '(?:upewnij\\w*|(?:do)?pilnuj\\w*|wazne|zalezy mi)(?: sie)?,? (?:ze|zeby|aby|by) (?:[a-z]+ ){0,2}?nie (?:ma|bylo|mialo|bedzie)',
    GENITIVE,
  ),
];

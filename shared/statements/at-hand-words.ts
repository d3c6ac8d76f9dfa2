/** Words, joined to one pattern over folded text that must stand there whole. */
const anyOf = (...sources: readonly string[]) =>
  new RegExp(`(?<![a-z'])(?:${sources.join('|')})(?![a-z'])`);

/** Where food is kept, or how it got there: no person beside it makes that a ban. */
export const IN_HOUSE = anyOf(
  'lodow\\w+|zamraz\\w+|spizar\\w+|szaf(?:k|ce|ie|a)\\w*|szuflad\\w+|polc[ea]|pod reka|do dyspozycji|w domu',
  'kupi\\w+|dosta(?:lam|lem|lismy|lysmy|liśmy)|przywi(?:ozl|ezl)\\w+|przynios\\w+|znala[zl]\\w+|wygrzeba\\w+|uzbier\\w+|nazbier\\w+|zebra\\w+|zlowi\\w+|trafi(?:l|lam|lem) na|upolowa\\w+|rozmroz\\w+|rozmraza\\w*|(?:u|na)gotowal[ae]m|upiekl[ae]m|zamarynowal[ae]m|usmazyl[ae]m|obral[ae]m|pokroil[ae]m|namoczyl[ae]m|ukisil[ae]m|zamrozil[ae]m',
  'zosta(?:l|la|lo|ly)|zostaje|zostaja|lez[ay]|czeka(?:ja)?|stoi|stoja|zaleg\\w+|kisi sie|(?:dal|dala) (?:mi|nam)|podarowa\\w+|podrzuci\\w+|przytarga\\w+|wpad\\w+ (?:mi |nam )?w rece|z wczoraj|po wczorajsz\\w+|targ(?:u|owisk\\w+)|bazar\\w+|ogrod\\w*|ogrodk\\w+|balkon\\w*|dzialk\\w+',
  'do zuzycia|zuzy\\w+|wykorzyst\\w+|resztk\\w+|zapas\\w*|termin\\w*|waznosc\\w*|psuj\\w+|zepsuj\\w+|konczy sie|dysponuj\\w+|posiadam\\w*',
  'na (?:stanie|skladzie|zbyciu|podoredziu)|w zanadrzu|do (?:zjedzenia|przerobienia)|zagospodar\\w+|uratowac|ratuj\\w*|dogorywa\\w*|wiedn\\w+|(?:musze|trzeba|chce|chcial\\w+) (?:sie )?pozbyc|o (?:litosc|zuzycie|ratunek)',
  "fridge|freezer|pantry|cupboards?|larder|drawer|at home|to hand|on hand|around|what's here|here|left|leftovers?|left over",
  "bought|brought(?: over| home)?|picked up|thawed|defrosted|caught|found|grew|gave (?:me|us)|was given|were given|inherited|staring at|garden(?:'s)?|market|allotment|use up|using up|used up|to use|expir\\w+|going off|goes off|need(?:s)? using|need(?:s)? eating|stocked|dropped (?:off|by|round)|landed on|glut of|surplus|to finish(?: up| off)?|to get through|to clear|rescue|(?:need|want|have|trying|got) to get rid of|last legs|wilt\\w*|before (?:it|they) (?:turns?|goes?|spoils?)|past (?:its|their) best|about to (?:turn|go|expire)|best before|use[- ]by|marinated|soaked|peeled",
);

/** That somebody has it, which beside another person may be said of what they have from it. */
export const HAVING = anyOf(
  'mam(?! ?;)|mamy(?! ?;)|masz|(?:(?:za to|u mnie|tez|jeszcze|akurat|nadal|wciaz|i) )?(?:jest|sa)(?= [a-z])(?! dla)|pelno|duzo|mnostwo|nadmiar|sporo|starczy',
  "have(?! ?;| to\\b)|'ve|i've(?! ?;)|we've(?! ?;)|got(?! ?;)|there's(?! ?;)|there is|there are|plenty of|lots of|loads of|too many|stocks? of|full of|own",
  '(?:w|na) (?:garnk\\w+|sloik\\w*|puszc\\w*|misc\\w*|koszyk\\w*|torbie|torebc\\w*|siatc\\w*|reklamowc\\w*|worku|kartonie|piwnic\\w*|garazu|blacie|parapecie|chlebaku|kredensie|pojemniku)',
  '(?:in|on) (?:a|an|the|my|our) (?:[a-z]+ )?(?:bag|box|tin|can|jar|bowl|basket|shed|garage|cellar|crate|tub|bucket|counter|worktop|shelf|tray|bread bin)s?',
);

/** What is asked for, or to be made of it. */
export const WISHED = anyOf(
  'cos(?! (?:mi|mnie|mu|jej|go|ja|im|nam) )|czegos|pomysl\\w*|przepis\\w*|zaproponuj\\w*|propozycj\\w+|polec\\w*|(?:z|u)?rob(?:ic|imy|ie|my|cie)|zrob\\w*|(?:u)?gotuj\\w*|(?:u)?gotowa(?:c|l[ae]m)|(?:u)?piec|upiecz\\w*|usmaz\\w*|przygot\\w+|przyrzadz\\w+|uzyc|uzyj\\w*|co (?:zrobic|z tego|dalej)|co (?:z|ze) (?![a-z]+(?:em|ami)(?![a-z]))(?=[a-z])[a-z]+',
  'obiad\\w*|kolacj\\w+|sniadani\\w+|podwieczor\\w+|przekask\\w+|deser\\w*|lunch\\w*|dinner|supper|breakfast|brunch|dessert|snacks?|starter|menu|na (?:slodko|slono|szybko|grill\\w*|zimno|cieplo)',
  'wyczar\\w+|wykombin\\w+|skombin\\w+|wymysl\\w+|sklec\\w+|(?:u)?pichc\\w+|wyjdzie|podpowiedz\\w*|(?:po|do)radz\\w*|inspiracj\\w+|co (?:moge|mozna|da sie|by|tu|teraz|dzis|dobrego|fajnego|smacznego) (?:[a-z]+ ){0,2}(?:z|ze)',
  "do with|(?:do|make) (?:anything|something|much) with|what'?s (?:good|nice)|(?:goes|good|nice|pairs?) with|whip up|knock up|rustle up|throw together|turn (?:[a-z]+ ){1,4}into|inspir\\w+|best way|tonight|for tea",
  'poprosze|prosze|daj|dajcie|podaj|pokaz\\w*|szukam|potrzebuj\\w+|chce|chcemy|chcial\\w+|ochot\\w+|zjadl\\w+ bym|zjadl?abym|marzy mi sie|wol[ea]|wolelib\\w+|moze(?! nie)|niech bedzie',
  'zast[ae]p\\w+|zamiast|zamien\\w*|zamiennik\\w*|dodaj\\w*|dorzuc\\w*|wrzuc\\w*',
  "something|ideas?|recipes?|suggest\\w*|make|cook\\w*|bake|baking|fry|roast(?:ing)?|grill|use|using|want|fancy|feel like|craving|love|would be (?:nice|great|lovely|good|perfect)|i'd like|we'd like|would like|show|give me|need|looking for|prefer|rather|instead|substitutes?|replace\\w*|swap|add|dish(?:es)?|meals?",
  'zup\\w*|soups?|salat\\w+|salads?|gulasz\\w*|stews?|curry|casserole|zapiekan\\w+|pie|pancakes?|nalesnik\\w*|plack\\w*|omlet\\w*|omelette?s?|kanapk\\w+|sandwich\\w*|burger\\w*|stir[- ]fry|risotto|pizz\\w+|pierog\\w*|kotlet\\w*|ciast(?:o|a)|cakes?|smoothie|koktajl\\w*|tart\\w*',
);

/** Wished for by whoever is named: `the kids are asking for pasta`. */
export const ASKED_FOR = anyOf(
  'zazyczyl\\w* sobie|prosi(?:l|la|li)? o|prosza o|chce|chca|ma ochote na|maja ochote na|marzy o',
  'wants?|asking for|asked for|begging for|craving',
);

/** A list with a heading: `Leftovers:`, `oto lista:`. */
export const HEADING = anyOf('lista|list|skladniki|ingredients?|produkty|mam|zakupy|shopping');

/** Said to be liked or no harm: `może jeść orzeszki`, `dairy is fine`. */
export const ALLOWED = anyOf(
  '(?:uwielbia|kocha)\\w*|lubi(?:a|my|cie|sz|l\\w*)?',
  'loves?|likes?|enjoys?|adores?',
  '(?:moze|moga|mozemy|moge|wolno)(?: \\w+){0,2} (?:juz )?(?:jesc|pic|jadac)|(?:jest|sa) (?:juz )?(?:ok|w porzadku|dozwolon\\w+)',
  'can (?:now )?(?:eat|have|drink)|(?:is|are) (?:now )?(?:fine|ok|okay|allowed|safe)',
);

/** Words of quantity and state, which leave a bare list of foods one. */
export const BESIDE_FOOD =
  /^(?:dla|zeby|\d.*|kilo\w*|kg|g|dag|ml|l|litr\w*|gram\w*|szt\w*|sztuk\w*|puszk\w+|sloi\w+|slo[ij]\w*|opakowani\w+|paczk\w+|torebk\w+|pudelk\w+|kawal\w+|garsc\w*|garstk\w+|peczek|peczk\w+|polow\w+|kostk\w+|glowk\w+|zabk\w+|kromk\w+|plaster\w*|reszta|kilkanascie|par[ea]|dw[aie]\w*|trz[yech]\w*|cztery|piec|jed[ne]\w*|caly|cala|cale|czerstw\w+|swiez\w+|mrozon\w+|dojrzal\w+|wczorajsz\w+|ugotowan\w+|upieczon\w+|wedzon\w+|suszon\w+|surow\w+|bialy|biala|biale|czerwon\w+|zielon\w+|zolt\w+|mlod\w+|stary|stara|stare|duz[ayei]\w*|mal[ayei]\w*|ostatni\w*|minut\w*|min|kwadrans\w*|godzin\w*|pol|szybk\w+|weekend\w*|niedziel\w+|sobot\w+|upal\w*|wieczor\w*|prac[yae]|szkol[yae]|all|any|big|small|large|stale|fresh|frozen|tinned|canned|ripe|old|leftover|cooked|raw|dried|smoked|chopped|sliced|bags?|tins?|cans?|jars?|box(?:es)?|packets?|packs?|bunch(?:es)?|pieces?|slices?|cups?|tubs?|blocks?|handful|dozen|couple|pounds?|lbs?|oz|pints?|one|two|three|four|five|six|whole|quick|minutes?|mins?|hour|hours|serves?|servings?|party|crowd|week|weeks|weekend|from|yesterday|hej|hey|hi|hello|czesc|dzien|dobry|thanks|dzieki|pls|plz|oto|tu|here|n|w|okolo|fingers?|browns?|hash|legs?|breasts?|wings?|thighs?|fillets?|sauce|paste|steaks?|chops?|cubes?|sticks?|balls?|rolls?|flakes?|seeds?|leaves|oil|powder|flour|mix|juice|stock|cob|crackers?|[a-z]{2,12}ow(?:y|a|e|ego|ej)|pszenn\\w+|zytni\\w*|jako|razem|aha|oh|well|whites?|yolks?|else|much|wczoraj|dzisiaj|glownie|przewaznie|zwlaszcza|np|mostly|mainly|filet\w*|udk\w+|udziec|piers\w*|skrzydel\w+|juz|prawie|calkiem|troche|already|very|getting|going|soft|brown|black|wrinkly|overripe|wiadro|siatk\w+|worek|torb\w+|skrzynk\w+|reklamowk\w+|karton\w*|gar|garnek|misk\w+|kosz\w*|lubiank\w+|koncowk\w+|resztk\w+|odrobin\w*|cwiart\w+|czarn\w+|pieczon\w+|gotowan\w+|smazon\w+|grillowan\w+|mielon\w+|domow\w+|kozi\w*|owcz\w*|buckets?|baskets?|crates?|roasted|grilled|boiled|baked|grated|minced|remaining|spare|extra|last)$/;

/** A dish by the manner it is cooked in: `kurczak po tajsku`, `ryba po grecku`, `Greek-style chicken`. */
export const STYLE =
  /(?<![a-z])(?:po [a-z]{2,20}(?:sku|cku|iemu)|a la [a-z]{2,20}|[a-z]{2,20}[- ]style)(?![a-z])/;

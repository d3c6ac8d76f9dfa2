const anyOf = (...sources: readonly string[]) =>
  new RegExp(`(?<![a-z'])(?:${sources.join('|')})(?![a-z'])`);

/** Illness by a food: signs of it, and where it ends. */
const ILL = [
  'alerg\\w+|uczul\\w+|nietoler\\w+|celiak\\w+|nadwrazliw\\w+|szkodz\\w+|szkodliw\\w+|zaszkodz\\w+|truj\\w+|truc\\w+|zatru\\w+|zabij\\w+|zabojcz\\w+|smierteln\\w+|umier\\w+|umrze|szpital\\w*|sor(?:ze|u|ze)?|karetk\\w+|pogotowi\\w+|wysyp\\w+|wysypk\\w+|pokrzywk\\w+|swedz\\w+|puchni\\w+|spuchn\\w+|opuchl\\w+|opuchn\\w+|kich\\w+|kaszl\\w+|odchorow\\w+|wymiot\\w+|rzyga\\w+|mdl[oi]\\w*|niedobrze|biegunk\\w+|zgag\\w+|wzdec\\w+|wzdyma\\w*|rewolucj\\w+|sensacj\\w+|wstrzas\\w*|migren\\w+|boli|bola|astm\\w+|zagroz\\w+|niebezpiecz\\w+|skreca\\w*|wykreca\\w*',
  'allerg\\w*|intoleran\\w+|c(?:o)?eliac\\w*|anaphyla\\w+|epi-?pens?|harm\\w*|poison\\w*|toxic|deadly|lethal|fatal|kills?|killed|hospital\\w*|a&e|ambulance|hives|rash\\w*|itch\\w*|swell\\w*|swollen|wheez\\w*|chok\\w+|vomit\\w*|throws? up|puk\\w+|gag\\w*|nause\\w+|queasy|bloat\\w*|cramps?|migraines?|headaches?|heartburn|reflux|blows? up|numb|tingl\\w*|puffs? up|flares? up',
];
const DISGUST = [
  'obrzydl\\w*|obrzydz\\w+|ohyd\\w+|wstret\\w*|wstretn\\w+|niejadaln\\w+|fuj|krzyw\\w+|wzdryg\\w+|nienawi\\w+|brzydz\\w+|gardz\\w+|awersj\\w+|nie znos\\w+|plu[jc]\\w+|wyplu\\w+',
  'disgust\\w*|gross|revolt\\w+|vile|repuls\\w+|inedible|yuck\\w*|yucky|hate\\w*|detest\\w*|loath\\w+|despis\\w+|dislik\\w+|wrinkles?|pulls? a face|spits?|aversion',
];
const REFUSED = [
  'odmawia\\w*|odmow\\w+|rezygn\\w+|zrezygn\\w+|odstaw\\w+|wyklucz\\w+|wyelimin\\w+|elimin\\w+|unik\\w+|wystrzeg\\w+|stroni\\w*|zakaz\\w*|zabron\\w+|wzbrania\\w*|precz|bojkot\\w*|tabu|wyrzek\\w+',
  'refus\\w+|avoid\\w*|reject\\w*|forbid\\w*|forbad\\w*|banned|prohibit\\w*|off limits|gave up|given up|swore|sworn|steers?|black ?list|taboo|no-?go',
];
/** What is said of other things as well: of a day, of a dish, of who cooks. */
const VAGUE = [
  'smierc\\w*|umrz\\w+|lekar\\w+|pediatr\\w*|dietety\\w+|dusz[aąe]\\w*|dusi\\w*|choruj\\w+|chor[yae]|zwraca\\w*|zoladek|zoladk\\w+|brzuch\\w*|jelit\\w*|skor[ayze]+|atak\\w*|reakcj\\w+|problem\\w*|klopot\\w*|niezdrow\\w*|ryzyk\\w+|uwaz\\w+|ostroznie|zdrowi\\w+',
  'koszmar\\w*|dramat\\w*|tragedi\\w+|masakr\\w*|katastrof\\w+|okropn\\w+|paskud\\w+|ble|bleee*|fe|odruch\\w*|dosc|obrzyd\\w*|koniec',
  'omij\\w+|pomij\\w+|pomin\\w*|odpad\\w+|wyrzuc\\w+|wywal\\w*|zegnaj\\w*|stop|rzucil\\w*|rzuca\\w*|oprocz|procz|poza|wyjatk\\w+|wrog\\w*|spokoj|daruj\\w*|zly pomysl|kiepski pomysl|usun\\w*|wyjm\\w*|wyjac|odejm\\w*|operacj\\w+(?: woreczk\\w+)?|albo (?:jednak|nie)|waham\\w*|zastanow\\w+',
  'sensitiv\\w+|die|dies|dead|death|er|doctor|gp|emergency|breath\\w*|throat|stomach|tummy|gut|guts|bowel\\w*|skin|sick|ill|unwell|reacts?|reaction\\w*|trouble|problem\\w*|issues?|danger\\w*|risk\\w*|unsafe|careful|flares?|triggers?|upsets?|suffer\\w*|hurts?|awful|horrib\\w+|horrid|nasty|ew+|ugh|nightmare\\w*|turns? (?:up|my|his|her)|sick of|fed up|tired of|dread\\w*|enemy',
  'declin\\w+|bans?|off the|out|giv(?:e|en|ing|es) up|cut(?:ting)?(?: it| them)? out|quit|neither|nor|never|none|nobody|no one|except|apart from|without|minus|skip\\w*|omit\\w*|leave|leaving|exclud\\w+|steer\\w*|remov\\w*|eliminat\\w*|take (?:out|away|off)|get rid|away|bad idea|bad mix|stay(?:s|ing)? (?:away|off|clear)|clear of|hold|ditch|drop|sans|zero|instead of|free',
];

/** What nobody says of a food to cook with, by kinds: illness, disgust, refusal, leaving out. */
export const BAD = anyOf(...ILL, ...DISGUST, ...REFUSED, ...VAGUE);

/** Said of a food for one reason only: somebody does not eat it. The more harmful comes first. */
export const PLAINLY_BAD = [
  ['intolerance', anyOf(...ILL)],
  ['refusal', anyOf(...REFUSED)],
  ['dislike', anyOf(...DISGUST)],
] as const;

/** `to chyba nie szkodzi`, `it may have been the crab`: nobody is sure, or it is over. */
export const UNSURE =
  /(?<![a-z'])(?:chyba|byc moze|nie pamieta\w*|nie wiem|nie jestem pewn\w+|podejrzew\w+|mozliwe|pomyl\w+|watpi\w+|kiedys|dawniej|minel\w+|przeszl[oaiy]|falszyw\w+|cofam|odwoluj\w+|test\w*|not sure|unsure|might|maybe|perhaps|possibly|dunno|wonder\w*|suspect\w*|could be|can't remember|don't (?:know|remember|recall)|used to|false|tested|turns? out|was ?n'?t|scrap|over it|grew out|outgr[eo]w\w*)(?![a-z'])/;
/** An ill effect that does not come: `nie boli`, `never makes me itch`. */
export const NO_EFFECT = new RegExp(
  `(?<![a-z'])(?:nie|bez|nigdy|no|not|never|without|[a-z]+n't|dont|doesnt)(?: [a-z]+)? (?:${ILL.join('|')})(?![a-z'])`,
);

/** Said of something else than a food: nothing bad, and no refusal. */
export const HARMLESS =
  /(?<![a-z'])(?:(?:need|want|have|trying|got) to get rid of|bez [a-z]{2,20}(?:enia|ania)|nie za [a-z]+|nie umie\w* [a-z]+|nie chc\w+ (?:isc|wychodzic|stac|dlugo)|nie jest\w* (?:wybredn|glodn)\w+|no (?:frying|baking|cooking|grilling|chopping)|not too [a-z]+|(?:do(?:n'?t| not)) want to (?:go|spend|stand)|can'?t (?:really )?cook|not (?:picky|fussy)|bez [a-z]+ (?:sie )?nie (?:da|obejd\w+|wyobraz\w+)|nie wiem|nie mam (?:pomysl\w*|czasu|pojeci\w+|sil\w*|blender\w*|piekarnik\w*|mikser\w*|nic (?:innego|wiecej))|nie chce mi sie|nie (?:za)?planowal\w*|nie (?:u)?gotowal\w*(?: nigdy)?|nigdy nie (?:u)?gotowal\w*|nie wybrzydz\w+|nic (?:wiecej|innego)(?: nie \w+)?|bez (?:spodu|skor\w+|pest\w+|polewy|kosci|osci|zasmazki|pospiechu|pieczenia|piekarnik\w*|blender\w*|problemu|przesady)|nie (?:zmarnowa\w*|zmarnuj\w*|marnowa\w*|zepsu\w*|popsu\w*|wyrzuc\w*)|szkoda wyrzuc\w*|poza tym|procz tego|oprocz tego|not sure|no (?:idea|clue|rush|fuss|time|hurry|oven|worries|problem)|do(?:n'?t| not) (?:know|mind|want to waste|waste|have (?:time|an oven|a blender))|nothing (?:fancy|special|else)|not (?:much|a lot)|never (?:cooked|made|tried|used)(?: with)?|without (?:an oven|a blender|fuss)|no[- ]bake|free range|take ?out|running out|(?:have|find) no idea|out of the (?:fridge|freezer|oven)|problem free|go out|cut(?:s)? of|out of (?:ideas|inspiration)|piekarnik\w* (?:mi )?(?:sie )?(?:nie dziala|nie|zepsu\w*)|oven(?: is|'s)? (?:broken|not working)|broken oven)(?![a-z'])/g;

export const NEGATION =
  /(?<![a-z'])(?:nie|ani|nigdy|zaden|zadn\w+|bez|no|not|cannot|[a-z]+n't|dont|doesnt|cant|wont|without)(?![a-z'])/;

const PERSON =
  '(?:go|ja|ich|jej|jemu|im|komus|kogos|ktos|koleg\\w*|koledz\\w*|kolezan\\w+|mez\\w+|maz|zon[aeyi]\\w*|mam[aeyi]\\w*|tat[aeyi]\\w*|tesc\\w*|sasia\\w*|szef\\w*|dziec\\w+|czlowiek\\w*|ludzi\\w*|ps[au]|kot[ua]\\w*|rodzin\\w*|gosc\\w*)';
const SOMEONE =
  '(?:him|her|them|somebody\\S*|someone\\S*|people|person|guests?|(?:my|the|a|his|her|their) (?:husband|wife|mother|father|mum|dad|boss|neighbou?r|child|kid|family|friend|flatmate|roommate|colleague|ex|dog|cat|guests?)\\S*)';
/** What nobody puts into food who means well. */
const POISON =
  /\b(?:trutk\w+|trucizn\w+|wybielacz\w*|domestos\w*|kret\w? do rur|plyn\w* do (?:spryskiwaczy|naczyn|chlodnic|podlog)|(?:prosz\w+|tablet\w+|srod\w+|lek\w*) (?:nasenn|przeczyszcz|usypi)\w+|arszenik\w*|cyjan\w+|muchomor\w*|rat poison|poison|bleach|antifreeze|drain cleaner|detergent|arsenic|cyanide|sleeping (?:pills?|tablets?)|laxatives?)\b/;
/** To do it, not that it happened: who tells of an accident wants help. */
const TO_PUT =
  /\b(?:wsypac|nasypac|dosypac|dolac|wlac|dodac|podac|dac|wrzucic|domieszac|wmieszac|put|slip|mix|add|give|sneak|hide|dose|pour|stir|feed)\b/;
const UNNOTICED =
  /\b(?:without (?:(?:him|her|them|anyone|anybody) )?(?:notic|know|realis|realiz|tast)\w*|nie (?:\w+ ){0,2}?(?:wyczu|poczu|zauwazy|zoriento|skap|pozna|domysli)\w*|da sie wyczuc|(?:before|so|without|until) (?:he|she|they|him|her|them|anyone|anybody|nobody|somebody|someone)(?: (?:doesn'?t|don'?t|won'?t|can'?t|will not|does not))? (?:notic|know|tast|smell|find|realis|realiz)\w*)/;
const TO_MAKE_ILL =
  /\b(?:(?:zeby|aby|by) (?:\w+ ){0,3}?(?:zatru|pochoro|rozchoro|umar|zdech)\w*|to (?:make|get) (?:\w+ ){1,3}?(?:sick|ill|die)\b)/;
/** What is toxic by nature is asked about by whoever means well, unless nobody is to notice it. */
const TOXIC =
  /\b(?:truj\w+|toksyczn\w+|poisonous|toxic|rotten|spoil(?:ed|t)|mouldy|moldy|zgnil\w+|zepsut\w+)\b/;
const ILL =
  /\b(?:ill|sick|poorly|the runs|chor[yae]|pochorowal\w*|rozchorowal\w*|sraczk\w+|biegunk\w+)\b/;
const SO_ILL =
  /\b(?:so (?:that )?(?:he|she|they)(?:'?s|'?re| is| are| gets?| will be)? (?:really |very |properly )?(?:ill|sick|poorly)|zeby (?:\w+ ){0,2}?(?:byl\w*|lezal\w*) chor\w+)\b/;
/** Who ate it already is to be helped. */
const ATE = /\b(?:ate|eaten|drank|swallowed|zjad\w+|zjed\w+|polkn\w+|wypi\w+)\b/;
const TO_HIDE = /\b(?:przemycic|sneak|slip|ukryc (?:\w+ ){1,3}?w|hide (?:\w+ ){1,3}?in)\b/;
const ALLERGIC = /\b(?:uczulon|alergi|allerg)\w*/;
const IN_SO_MANY_WORDS = new RegExp(
  `\\b(?:(?:otruc|podtruc|zatruc|zabic) ${PERSON}|(?:poison|kill|drug) ${SOMEONE}|(?:zrobic|zbudowac|ugotowac|wyprodukowac|upiec|make|build|cook|produce) (?:\\w+ )?(?:bomb[eya]?|materialy? wybuchow\\w+|explosives?|metamfetamin\\w+|amfetamin\\w+|meth|heroin\\w*|kokain\\w+|cocaine|narkotyk\\w*|trucizn\\w+|poison|cyjan\\w+|cyanide|rycyn\\w+|ricin)|trucizn\\w+ (?:do|w) (?:jedzeni\\w+|zup\\w+|kaw\\w+|herbat\\w+))(?![\\p{L}\\d])`,
  'u',
);
const TO_SOMEBODY = new RegExp(`\\b(?:${PERSON}|${SOMEONE})(?![\\p{L}\\d])`, 'u');
const DOSE = /\b(?:dawk\w+|dose|how (?:much|many)|ile|ilu)\b/;

/** Whether somebody is to be harmed by what is asked; not whether something harmful happened. @param text folded */
export function meansHarm(text: string): boolean {
  if (IN_SO_MANY_WORDS.test(text) || TO_MAKE_ILL.test(text)) return true;
  const isUnnoticed = UNNOTICED.test(text);
  if (ALLERGIC.test(text) && TO_HIDE.test(text)) return true;
  const isPut = TO_PUT.test(text) && !ATE.test(text);
  if (isPut && (SO_ILL.test(text) || (isUnnoticed && (ILL.test(text) || TOXIC.test(text)))))
    return true;
  if (!POISON.test(text)) return false;
  return isUnnoticed || ((TO_PUT.test(text) || DOSE.test(text)) && TO_SOMEBODY.test(text));
}

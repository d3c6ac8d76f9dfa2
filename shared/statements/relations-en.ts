import { type Relation, relationsOf } from './relation.ts';
import { ENGLISH_HARM } from './relations-harm-en.ts';

const en = relationsOf('en');

const NOT = "(?:n'?t| not)";
const CANNOT =
  "(?:can'?t|cannot|can not|couldn'?t|could not|shouldn'?t|should not|mustn'?t|must not|(?:must|should|can|may) never|isn'?t allowed|aren'?t allowed|not allowed|not supposed)(?: to)?";
const EATING =
  '(?:eat|have|do|drink|tolerate|handle|stomach|digest|take|touch|process|consume|be near|go near|be around|get near)';
const ALLERGIC = '(?:allerg\\w+|anaphyla\\w+)';
const INTOLERANT = '(?:intoleran\\w+|sensitiv\\w+)';
const CONDITION = `(?:${ALLERGIC}|c(?:o)?eliac\\w*|${INTOLERANT})`;
const SYMPTOM =
  '(?:(?:covered|comes? out|came out|erupts?) in (?:spots|hives|blotches|a rash)|swell\\w*(?: up)?|breaks? out(?: in \\w+)?|gets? (?:sick|ill|hives|a rash|rashes|bloated|migraines?|ill)|throws? up|vomits?|wheez\\w+|itch\\w*|chok\\w+|(?:ends?|ended|winds?) up in (?:the )?(?:hospital|er|a&e)|lands? in (?:the )?(?:hospital|er|a&e)|gets? (?:\\w+ )?(?:cramps|stomach ache|ill|headaches?)|reacts?(?: (?:badly|terribly|very badly|strongly))?)';
const EN_NO = { unknown: false, commas: 'up-to-or' } as const;
const BEFORE = { foods: 'before', unknown: false } as const;
const KNOWN = { unknown: false } as const;
const GLUTEN = { name: 'gluten', codes: ['gluten'] } as const;
const EATER =
  '(?:guests?|friends?|daughter|son|kids?|child(?:ren)?|wife|husband|partner|sister|brother|mum|mom|dad|mother|father|cousin|niece|nephew|girlfriend|boyfriend|flatmate|roommate|neighbou?r|teen\\w*|visitors?|in-laws?)';

const CANCELLED: readonly Relation[] = [
  en('out-of-stock', '(?:have|got|has) everything (?:but|except|apart from)', KNOWN),
  en(
    'cancelled',
    `(?:(?:forget|never mind|scrap|delete|remove|cross off|disregard|ignore|drop|cancel)(?: about)?)(?: (?:the|my|his|her|that|our|their|a|an))*(?= (?:[a-z]+ ){1,3}?(?:allerg|intoleranc))`,
    KNOWN,
  ),
  en(
    'cancelled',
    `(?:not true|untrue|wrong|a mistake|a myth|a lie|not correct)(?: that)? (?:[a-z']+ ){0,4}?${CONDITION}(?: (?:to|of))?`,
  ),
  en(
    'cancelled',
    `${ALLERGIC} (?:is|has|was|turned out)(?: (?:been|to be|now))? (?:gone|ruled out|a false alarm|wrong|outgrown|disproved|a mistake)`,
    { foods: 'before', unknown: false },
  ),
  en(
    'cancelled',
    `(?:none of us|nobody|no one|no-one)(?: [a-z']+){0,4}? (?:problems?|issues?|trouble)(?: with)?`,
    KNOWN,
  ),
  en(
    'cancelled',
    `(?:ruled out|tested negative for|no sign of)(?: (?:an?|any|[a-z]+(?= allerg)))* ${CONDITION}(?: to)?`,
  ),
  en(
    'cancelled',
    `(?:(?:is|are|was|were|am|does|do|did|has|have)${NOT}|ain'?t|not|never|no longer|nobody (?:here |of us )?(?:is|has)|nobody's|no one (?:here )?(?:is|has)|no one's)(?: (?:actually|really|even|be|been|have|had|an?|any|ever|anymore|here|food|known|lactose|gluten|dairy|nut|[a-z]+(?= (?:allerg|intoler))))* ${CONDITION}(?: (?:to|of|disease))*`,
  ),
  en('cancelled', '(?:(?:was|is|were) )?(?:just )?(?:a )?false alarm', BEFORE),
  en(
    'cancelled',
    '(?:scrap|forget|ignore|never mind|disregard|take back)(?: (?:about|what i said about))?(?: (?:the|that))?(?= (?:[a-z]+ ){1,3}(?:thing|bit|stuff|ban|rule|restriction)(?![a-z]))',
    KNOWN,
  ),
  en(
    'cancelled',
    `used to (?:(?:be|have|get) )?(?:an? )?(?:badly |really )?(?:${CONDITION}|reacts?)(?: (?:to|from))?(?= [^.!?]{1,40}(?:but|not any|long gone|gone|fine|over))`,
  ),
  en('cancelled', `no (?:food |known |more )?${CONDITION}(?: to)?`),
  en(
    'cancelled',
    `(?:outgr[eo]w\\w*|grew out of|grown out of|over) (?:\\w+ ){0,2}?(?:\\w+ )?${ALLERGIC}(?: to)?`,
  ),
];

const OF_PEOPLE: readonly Relation[] = [
  en(
    'allergy',
    '(?<=(?:allerg|intoleran|can.?t (?:eat|have))[a-z]{0,8}[^.!?]{0,120}[ ,:])[a-z]+ ?[-–=:]',
    KNOWN,
  ),
  en(
    'diet',
    '(?:follow\\w*|eats|eat(?= (?:fully|strictly|entirely|only|completely))|on|lives? on|keeps?|stick\\w*(?: to)?|went|gone|going|been) (?:an? )?(?:(?:strict\\w*|fully|completely|totally|entirely|purely|only) )?(?:plant[- ]based|vegan)(?:,? (?:(?:and|fully|strictly) )?(?:vegan|plant[- ]based))?(?: (?:diet|food|lifestyle))?(?= |$|[.,!?])(?! [a-z]*(?:soup|curry|cake|burger))',
    { foods: 'none', diet: 'vegan' },
  ),
  en('allergy', `${ALLERGIC}(?: reaction)?s?(?: (?:to|against|from|with))|${ALLERGIC}\\s?:`),
  en('allergy', `(?:epi-?pens?|antihistamines?) for`),
  en('allergy', `${ALLERGIC}`, BEFORE),
  en('celiac', 'c(?:o)?eliac\\w*(?: disease)?', { foods: 'none', means: GLUTEN }),
  en('intolerance', `${INTOLERANT} (?:to|of)`),
  en('intolerance', `${INTOLERANT}`, BEFORE),
  en('intolerance', `${CANNOT}(?: (?:really|even|ever))? ${EATING}`, KNOWN),
  en(
    'intolerance',
    `${SYMPTOM}(?: (?:when|if|whenever|after|from|to|with|on|at|over|because of|every|time|he|she|they|i|we|eats?|eating|has|have|having))+`,
    KNOWN,
  ),
  en(
    'intolerance',
    `(?:makes?|gives?|upsets?|disagrees? with|triggers?|messes?(?: with)?) (?:me|my|him|her|them|us|his|the)`,
    BEFORE,
  ),
  en(
    'intolerance',
    "(?:cut(?:ting)? out|giv(?:e|es|ing) up|gave up|stay(?:s|ing)? (?:away from|off)|steer(?:s|ing)? clear of|avoid(?:s|ing)?|(?<=(?:'s|'m|'re|is|am|are|been|went|gone|im|hes|shes|were|come|came|me) )off(?! (?:to|work|the)(?![a-z]))|stopped eating|stopped having)",
    KNOWN,
  ),
  en(
    'refusal',
    `(?:(?:do|does|did|wo|would)${NOT}|never|nobody(?: here)?|no one(?: here)?)(?: (?:really|even|ever))? (?:eats?|touch|drinks?)`,
    { unknown: true },
  ),
  en('refusal', `(?:refuses? to eat|refuses?|hate eating)`, KNOWN),
  en(
    'dislike',
    `(?:(?:do|does|did)${NOT} (?:really )?(?:like|enjoy|care for|fancy)|hates?|dislikes?|detests?|loathes?|despises?|can'?t (?:stand|bear)|cannot (?:stand|bear)|not (?:a (?:big |huge )?fan of|keen on|into|fond of|big on))`,
  ),
  en('less', '(?:low|reduced)(?=[- ](?:salt|sodium|sugar|fat))', { commas: 'up-to-or' }),
  en(
    'diet',
    `vegans|(?:is|[a-z]+'s|am|[a-z]+'m|are|[a-z]+'re|im|being|went|gone|turned|a|strict|my) vegan(?! (?!${EATER}|and\\b|but\\b|now\\b|so\\b|btw\\b|too\\b|for\\b|tonight\\b|today\\b|tomorrow\\b|who\\b|coming\\b|at\\b|on\\b|here\\b)[a-z])|vegan(?= ${EATER})`,
    { foods: 'none', diet: 'vegan' },
  ),
  en(
    'diet',
    `vegetarians|(?:is|[a-z]+'s|am|[a-z]+'m|are|[a-z]+'re|im|being|went|gone|turned|a|strict|my) (?:vegetarian|veggie)(?! (?!${EATER}|and\\b|but\\b|now\\b|so\\b|btw\\b|too\\b|for\\b|tonight\\b|today\\b|tomorrow\\b|who\\b|coming\\b|at\\b|on\\b|here\\b)[a-z])|(?:vegetarian|veggie)(?= ${EATER})`,
    { foods: 'none', diet: 'vegetarian' },
  ),
];

/** Before `no nuts`: these say that there are none, not that none may be. */
const OUT_OF_STOCK: readonly Relation[] = [
  en('without', '(?:that|which) (?:has|have|contains?|uses?) no', EN_NO),
  en('out-of-stock', '(?:instead|in place) of|(?:swap|switch)(?:ping|ing)? out(?: the)?', KNOWN),
  en(
    'out-of-stock',
    `no(?= (?:[a-z]+ ){1,3}(?:left|in the (?:house|fridge|pantry|cupboard|freezer|shop|store)|at home|today|in stock|around|on hand))`,
    EN_NO,
  ),
  en(
    'out-of-stock',
    `no(?= (?:[a-z]+ ){1,3}but (?:there|we |i |i've|we've|have|got|plenty|loads))`,
    EN_NO,
  ),
  en(
    'out-of-stock',
    "(?:had|have|has|got|[a-z]+'ve|there's|there is|there are|there was|there were) (?:got )?no(?: more)?",
    EN_NO,
  ),
  en(
    'out-of-stock',
    `(?:ran|run|running|we're|i'm|im|am|are|clean|totally|all|is) out of|out of|short of|short on|low on|lacking|missing|forgot(?: to (?:buy|get))?|used up(?: all)?`,
    KNOWN,
  ),
  en(
    'out-of-stock',
    `(?:have|has)${NOT}(?: got)?(?: any)?|(?:do|did|can|could)${NOT} (?:have|buy|get|own|find)(?: any)?|can'?t (?:find|get|buy)(?: any)?|cannot (?:find|get|buy)(?: any)?`,
    KNOWN,
  ),
  en(
    'out-of-stock',
    '(?:(?:all|completely|already) )?(?:gone|finished|used up|run out|ran out)',
    BEFORE,
  ),
];

const OF_MEALS: readonly Relation[] = [
  en('refusal', `does${NOT} (?:have|do)(?: any)?`, KNOWN),
  en('without', 'free(?! range| from| of| time| to| day| evening)', BEFORE),
  en(
    'without',
    '(?:free (?:from|of)|without|w/o|minus|skip(?:ping)?|hold|omit(?:ting)?|leav(?:e|ing) out|leave off|ditch|drop|exclud(?:e|ing)|except(?: for)?|apart from|(?:anything|everything|something) (?:but|other than)|other than|not using|nothing with|lose|sans)(?: (?:any|the|using))*',
    EN_NO,
  ),
  en(
    'without',
    `(?:(?:do|does|would|should|could)${NOT}|dont|never) (?:use|add|include|put(?: in)?|serve|cook with|suggest|offer|give (?:me|us|him|her|them))(?: (?:any|the|me|us|him|her))*`,
    EN_NO,
  ),
  en(
    'without',
    '(?:neither|nothing (?:containing|with|made (?:with|from|of)|that (?:has|contains)|involving))',
    EN_NO,
  ),
  en('without', '(?:is |are )?out(?= ?(?:[.,;!?]|$))', BEFORE),
  en('without', '(?:no|not|zero|not any|none of the|never any)(?: (?:more|added|actual))?', EN_NO),
  en(
    'without',
    '(?:(?:is|are) )?(?:off limits|off the (?:menu|table|list)|forbidden|banned|not allowed|a no-?go|out of the question|a no no)',
    BEFORE,
  ),
];

export const ENGLISH_RELATIONS: readonly Relation[] = [
  ...CANCELLED,
  ...ENGLISH_HARM,
  ...OF_PEOPLE,
  ...OUT_OF_STOCK,
  ...OF_MEALS,
];

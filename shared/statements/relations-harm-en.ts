import { type Relation, relationsOf } from './relation.ts';

const en = relationsOf('en');

const NOT = "(?:n'?t| not)";
const KNOWN = { unknown: false } as const;
const BEFORE = { foods: 'before', unknown: false } as const;

/** What a food does or is to somebody, behind its name. */
const HARMS =
  "(?:(?:could|can|might|would|will|may|nearly|almost|once|always) ){0,2}(?:lands?|landed|puts?|sends?|sent|kills?|killed|hospitali[sz]e[sd]?|poisons?|makes?|made|gives?|gave|leaves?|left)(?: (?:my|his|her|our|the|their))? [a-z']+(?: (?:[a-z]+))?(?: (?:in|into|to|up in) (?:the |an? )?(?:hospital|er|a&e|emergency|ambulance|grave)| (?:gag|sick|ill|vomit|throw up|swell|itch|itchy|double[ds]? over|poorly|rough|in (?:agony|pain|bits|tears)|on the loo|wheeze|bloated|puff up|hives|a rash|rashes|migraines?|cramps?|heartburn|choke|queasy|unwell|a headache|headaches|breathless|come out in \\w+|break out in \\w+))|(?:could|can|might|would|will|may|nearly|almost) (?:kill|hospitali[sz]e|poison)(?:ed)?(?: (?:my|his|her|our|the))? [a-z]+|kills? (?:me|him|her|us|them)";
const DISGUSTING =
  '(?:disgusting|gross|revolting|vile|awful|horrible|horrid|nasty|repulsive|inedible|foul|sickening|yucky|a nightmare|the worst|slimy|rancid|rubbery|soapy|(?:of|like) (?:soil|mud|metal|soap|cardboard|feet|rubber|sick|dirt))';
const HARMFUL =
  '(?:poison\\w*|toxic|deadly|lethal|fatal|dangerous|unsafe|harmful|a trigger|an allergen|life[- ]threatening)';
const GREATLY =
  '(?:(?:is|are|tastes?|smells?|so|really|absolutely|just|totally|pretty|utterly) ){0,3}';

/** What harms or disgusts somebody, or what they refuse, by kinds. */
export const ENGLISH_HARM: readonly Relation[] = [
  en('intolerance', HARMS, BEFORE),
  en('intolerance', `${GREATLY}${HARMFUL}`, BEFORE),
  en('dislike', `(?:finds?|thinks?)(?= (?:[a-z]+ ){1,4}?${DISGUSTING})`, KNOWN),
  en('dislike', `${GREATLY}${DISGUSTING}`, BEFORE),
  en(
    'dislike',
    '(?:gags?|retch\\w*|wrinkles? \\w+ nose|turns? \\w+ nose up|pulls? a face) (?:at|on|over)(?: the)?(?: (?:sight|smell|taste|thought) of)?',
    KNOWN,
  ),
  en(
    'refusal',
    `(?:(?:is|are|was|were)${NOT}|(?:is|are) never|never|not) (?:ever )?(?:served|eaten|allowed|welcome|tolerated|permitted|cooked|bought)`,
    BEFORE,
  ),
  en(
    'intolerance',
    '(?:wrecks?|wrecked|ruins?|destroys?|floors?|plays? havoc with|goes? (?:straight |right )?thr(?:ough|u)|messes? up|knocks? out|does a number on|brings? on|inflames?) (?:my|me|his|her|him|our|us|the|them)(?: [a-z]+)?|brings? (?:my |his |her )?[a-z]+ out in [a-z]+|turns? (?:my|his|her|their) stomach',
    BEFORE,
  ),
  en(
    'intolerance',
    `(?:and (?:i|me|my [a-z]+|[a-z]+) )?(?:do|does|did)${NOT} (?:really )?(?:get along|get on|agree|mix|sit well|go down well)(?: with)?`,
    BEFORE,
  ),
  en('intolerance', '(?:is|are) (?:the |an |my |his |her )?enemy', BEFORE),
  en('intolerance', `only (?:has|have|needs?) to (?:smell|touch|look at|see|taste)`, KNOWN),
  en(
    'allergy',
    `(?:must|should|can|may|could)(?:n'?t| not|not) (?:come|be|get|go) (?:near|anywhere near|around|close to)`,
    BEFORE,
  ),
  en(
    'dislike',
    `(?:spits?|spat|picks?|pushes?) (?:out|away)|(?:would|'d) rather (?:starve|die|go hungry) than (?:eat|touch|have)`,
    KNOWN,
  ),
  en(
    'refusal',
    `(?<=[?] ?)(?:no way|over my dead body|not a chance|absolutely not|hell no|never(?: ever)?|not for (?:my |our |the )?[a-z]+)`,
    BEFORE,
  ),
  en(
    'allergy',
    '(?:(?:means?|equals?|spells?|is|are|gives?) )?(?:instant |straight to )?(?:hives|hospital|anaphyla\\w+|a&e|migraines?|vomiting|agony|cramps|a rash|rashes|bloating|heartburn)',
    BEFORE,
  ),
  en(
    'refusal',
    'never (?:comes?|enters?|crosses|gets?|goes?|sets? foot) (?:through|in|into|near|past|on|over)(?: (?:my|our|this|the|a))?(?: [a-z]+)?',
    BEFORE,
  ),
  en(
    'allergy',
    '(?:tested|came (?:up|back)|came out) positive(?: (?:for|to|on))?|tests? (?:showed|shows|revealed)(?: an? [a-z]+)?(?: (?:for|to))?',
    KNOWN,
  ),
  en(
    'refusal',
    "(?:is|are|'s) (?:a |an )?(?:hard |firm |definite |big |absolute )?no(?:pe)?(?= (?:from|for|with)|[.,!;]|$)(?: (?:from|for|with))?|(?:definitely|absolutely) not|never again",
    BEFORE,
  ),
  en('refusal', "(?:is|are)(?:n'?t| not| definitely not) for", BEFORE),
  en(
    'intolerance',
    '(?:(?:is|are) )?(?:a |an )?(?:big |huge |real |serious )?(?:problem|issue)s? for',
    BEFORE,
  ),
  en(
    'refusal',
    'none of (?:us|them) (?:(?:will|would|can) )?(?:eats?|touch(?:es)?|likes?|wants?)',
    KNOWN,
  ),
  en(
    'allergy',
    '(?:bad|severe|awful|nasty|terrible|allergic|violent) reactions? to|(?:nearly|almost) died (?:from|of|after)',
    KNOWN,
  ),
  en('intolerance', "can'?t keep(?= (?:[a-z]+ ){1,3}down)", KNOWN),
  en('refusal', 'rather not (?:have|eat)', KNOWN),
  en('refusal', 'on (?:my|his|her|our|the) black ?list', BEFORE),
  en('without', `keep(?= (?:[a-z]+ ){1,4}?(?:(?:well|far) )?(?:away|out|off))`, KNOWN),
  en(
    'without',
    `(?:make sure|ensure|see to it|be sure|important)(?: that)? there(?:'s| is| are) (?:no|not any)`,
    KNOWN,
  ),
  en(
    'without',
    `(?:remove|take out|take away|(?<!(?:need|want|have|trying|got|ought|going) to )get rid of|eliminate|strip out)(?: (?:the|any|all))*`,
    KNOWN,
  ),
];

/** Each says nothing of what is asked; those that also mean something need a comma, or a word that asks. */
const OPENING = new RegExp(
  [
    '^\\s*(?:(?:',
    'ok(?:ay|ej)?|aha|ach|oh|ah|um+|uh+|hm+|eh+|yy+|ee+|btw|by the way|hang on|hold on',
    '|(?:a )?tak (?:przy okazji|w ogóle|w ogole)|a właśnie|a wlasnie|sory|sorki|słuchaj(?:cie)?|sluchaj(?:cie)?|(?:po)?czekaj(?:cie)?|wiesz co|przy okazji|swoją drogą|swoja droga|a propos',
    '|so(?=\\s+(?:um+|uh+|hm+|er+)\\b)',
    '|(?:no|dobra|dobrze|super|spoko|sorry|right|well|so|wait|cool|great|fine|listen|alright|actually|one more thing|jeszcze jedno)(?=\\s*,|\\s*\\.\\.|\\s+–)',
    '|(?:really|serio|naprawdę|naprawde)(?=\\s*[?!])',
    '|dobra(?=\\s+(?:sory|sorki|sorry)(?:\\s|,))',
    '|(?:no|dobra)(?=\\s+(?:a|to|i|ok|dobra|dobrze|czekaj|więc|wiec|powiedz)\\s)',
    '|right(?=\\s+(?:and|so|how|what|where)\\s)',
    ')[\\s,.!?…–-]+)+(?=\\p{L}|\\d)',
  ].join(''),
  'iu',
);
const CLOSING = [
  'btw',
  'by the way',
  'though',
  'tho',
  'anyway',
  'przy okazji',
  'swoją drogą',
  'swoja droga',
  'tak w ogóle',
  'tak w ogole',
];
/** In English it denies what was said before: `no, make it 4`. */
const DENIES = /^\s*no\s*,/i;

/** A message without what is said before and behind it while one thinks: `czekaj czekaj, a ryżu ile mamy?` */
export function withoutOpening(message: string): string {
  const text = withoutClosing(message);
  return DENIES.test(text) ? text : text.replace(OPENING, '');
}

function withoutClosing(message: string): string {
  const text = message.trimEnd();
  const sign = /[?.!]$/.exec(text)?.[0] ?? '';
  const said = text.slice(0, text.length - sign.length).trimEnd();
  const closing = CLOSING.find((one) => said.toLowerCase().endsWith(` ${one}`));
  if (closing === undefined) return message;
  return `${said.slice(0, -closing.length - 1).replace(/,$/, '')}${sign}`;
}

import { fold } from '#shared/language/fold.ts';

/** What somebody wants of a receipt. */
export const ACTS = [
  'how-to',
  'retry',
  'correct',
  'why',
  'balance',
  'list',
  'confirm',
  'paid',
  'price',
  'contents',
  'status',
] as const;
export type ReceiptAct = (typeof ACTS)[number];

const RECEIPT =
  /\b(?:para?g?r?n?ag?on\w*|par[ag]{1,2}o?n\w*|paragonik\w*|rachun\w+|kwit\w*|receipts?|bills?|scan\w*|skan\w*)\b/;

/** In this order: what changes something goes before what asks, and what is certain before what is likely. */
const PATTERNS: readonly (readonly [ReceiptAct, RegExp])[] = [
  [
    'how-to',
    /\bjak (?:\w+ ){0,4}?(?:wyslac|przeslac|dodac|wgrac|wrzucic|zeskanowac|zrobic zdjecie)|\bczy (?:\w+ ){0,3}?(?:w pdf|pdf|z galerii|kilka (?:paragonow )?naraz)|\bpdf\b.*\b(?:moze|mozna)\b|\bhow (?:do|can|to|should|shall) (?:\w+ ){0,3}?(?:send|upload|add|give|scan)|\bcan i (?:\w+ )?(?:send|upload|add|give|scan)|\bis (?:a )?pdf\b/,
  ],
  [
    'retry',
    /\b(?:sprobuj\w*|wczyta\w*|odczyta\w*|przeczyta\w*|czytaj|przetworz\w*|zeskanuj\w*|zrob) (?:\w+ ){0,3}?(?:jeszcze raz|ponownie|od nowa|znowu)|\bjeszcze raz (?:odczyt\w*|wczyt\w*|przeczyt\w*)|\bponow(?:ic|ny|ienie)?\b|\b(?:try|read|scan|process|do) (?:\w+ ){0,3}?again\b|\b(?:retry|rescan|reread|try once more)\b/,
  ],
  [
    'correct',
    /\b(?:popraw\w*|zmien\w*|wpisz\w*|ma(?:ja)? byc|mial\w* byc|powin\w+|pomyl\w*|dopisz\w*|dodaj\w*|usun\w*|skasuj\w*|wywal\w*|odczytan\w+ jako|nie byl\w*|zamiast|to byl\w*|nie kosztowal\w*|kosztowal\w* \d|correct|fix|change|should\w*|wasn'?t|was not|isn'?t|remove|delete|missing|instead of)\b|\b(?:zl[aey]|zle|blad\w*|bledn\w+|wrong|mistake)\b|\bnie \S+(?: \S+)?,? (?:tylko|ale|lecz)\b|\ba nie\b|\b(?:is|was|were|cost) (?:\S+ )?\d+[.,]\d\d\b|\bnot \d/,
  ],
  [
    'why',
    /\b(?:dlaczego|czemu|po co|why|what'?s wrong|co (?:jest )?nie tak|czego brakuje|co sie nie zgadza|what is missing|what'?s missing|niepewn\w+|watpliw\w+|do sprawdzenia|needs? (?:a )?(?:review|check)|not sure)\b/,
  ],
  ['balance', /\b(?:zgadza\w*|bilans\w*|balances?|adds? up)\b/],
  [
    'list',
    /\b(?:list\w*|jakie|wszystkie|ile|moje|moich|all|how many|which) (?:\w+ ){0,3}?(?:paragon(?:y|ow)|rachunk\w+|receipts)\b/,
  ],
  [
    'confirm',
    /\b(?:zatwierdz\w*|potwierdz\w*|confirm|approve|wszystko (?:jest )?(?:ok|dobrze)|looks (?:right|good|ok\w*))\b/,
  ],
  [
    'paid',
    /\bile (?:\w+ ){0,3}?(?:zaplacil\w*|wydal\w*|razem|lacznie|w sumie|wyszl\w*|za wszystko)|\b(?:jaka|ile) (?:\w+ ){0,2}?suma|\bza wszystko\b|\bhow much (?:\w+ ){0,3}?(?:pay|paid|spend|spent|all|altogether|total)|\b(?:what was|the) total\b|\baltogether\b/,
  ],
  ['price', /\b(?:ile|po ile|jaka cena|how much|what did|price of)\b/],
  [
    'contents',
    /\b(?:poka[zrz]\w*|wyswietl\w*|zobacz\w*|otworz\w*|show|display|open)\b|\bco (?:\w+ ){0,3}?(?:bylo|jest|stoi|kupil\w*)\b|\bwhat(?:'?s| was| is| did)? (?:\w+ ){0,2}?(?:on|in|buy) (?:it|there|that|the|my)?|\bcontents\b/,
  ],
  [
    'status',
    /\b(?:wczyta\w*|odczyta\w*|przetworz\w*|gotow\w*|dotar\w*|przesz\w*|wgra\w*|wrzuc\w*|co z|status|stan|cisza|read|done|ready|processed|arriv\w*|got it|what'?s up|whats up|uploaded|sent)\b/,
  ],
];

/** What a message asks of a receipt; null where it says nothing of the kind. */
export function readAct(message: string): ReceiptAct | null {
  const text = fold(message).replaceAll('’', "'").replace(/\s+/g, ' ');
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Whether it speaks of a receipt. */
export function namesReceipt(message: string): boolean {
  return RECEIPT.test(fold(message));
}

const TAKES_OUT =
  /\b(?:usun\w*|skasuj\w*|wyrzuc\w*|wywal\w*|wykresl\w*|remove|delete|drop|take out|take off)\b/;
const ADDS = /\b(?:dopisz\w*|dodaj\w*|brakuj\w+|brak|add|missing)\b/;
const OF_DAY = /\b(?:dat\w+|dzien|dnia|date|day|bought on|zakup\w*)\b/;
const OF_SHOP = /\b(?:sklep\w*|shop|store|merchant)\b/;
const OF_TOTAL = /\b(?:sum(?:a|y|ie|e)|razem|lacznie|zaplacil\w*|total|paid)\b/;

/** What of a receipt a correction is about, by its words. */
export interface CorrectionCues {
  readonly takesOut: boolean;
  readonly adds: boolean;
  readonly ofDay: boolean;
  readonly ofShop: boolean;
  readonly ofTotal: boolean;
}

export function correctionCues(message: string): CorrectionCues {
  const text = fold(message);
  return {
    takesOut: TAKES_OUT.test(text),
    adds: ADDS.test(text),
    ofDay: OF_DAY.test(text),
    ofShop: OF_SHOP.test(text),
    ofTotal: OF_TOTAL.test(text),
  };
}

import {
  distance,
  isLikeAny,
  isOneOf,
  ocrSkeleton,
  upperAscii,
} from '#shared/language/ocr-skeleton.ts';
import type { LineKeywords } from '#shared/receipts/chains/chain.ts';
import words from './data/words.json' with { type: 'json' };

/** What a printed line is for, by its words alone. */
export type LineKind =
  | 'discount'
  /** What all discounts above come to. */
  | 'discount-sum'
  | 'discount-note'
  | 'void'
  | 'deposit'
  | 'deposit-heading'
  | 'subtotal'
  | 'sum'
  | 'due'
  | 'tax'
  | 'tax-sum'
  | 'cash'
  | 'card'
  | 'other-payment'
  | 'change'
  | 'adjustment'
  | 'non-fiscal'
  | 'heading'
  | 'noise'
  | 'other';

/** What makes a line a kind; the first that holds decides, so the order is part of the knowledge. */
const BY_PATTERN: readonly (readonly [LineKind, RegExp])[] = [
  ['non-fiscal', /N[IL1]EF[IL1]SKA[LI1]N/],
  ['heading', /F[IL1][SG]KA[LI1]N/],
  [
    'noise',
    /^\W{0,6}(?:ILOSC (?:TOWAR|POZ)|LICZBA|STRONA \d|PAGE \d|SEITE \d)|\bSTRONA \d{1,3} ?(?:Z|\/) ?\d/,
  ],
  ['adjustment', /^\W{0,6}(?:ZAOKRAGL|ROUNDING|RUNDUNG|NAPIWEK|TIP\b|GRATUITY|TRINKGELD)/],
  [
    'subtotal',
    /^\W{0,6}(?:DO|Z) PRZENIES|^\W{0,6}P[O0]D[SZG5][A-Z]{2,4}A\b|^\W{0,6}PODSUM|^\W{0,6}SUB.?TOTAL/,
  ],
];
/** Above deposits charged or paid back; the amounts follow on lines of their own. */
const DEPOSIT_HEADING = /^\D{0,60}(?:OPAKOWA[NM]|KAUCJ)\D{0,60}$/;
const DEPOSIT =
  /OPAKOWANI[EA] ZWROTN|BUTELKA ZWR|^\W{0,6}ZWROT (?:OPAK|BUT|PUSZ)|^\W{0,6}OPAK\.? ?ZWR/;
const TAX_SUM =
  /^\W{0,6}[A-Z]?(?:SUMA|GUMA|5UMA|RAZEM|LACZNIE|LACZNA)?\s?(?:KWOTA )?(?:P[TI]U|PODATEK|PODATKU)(?: {1,2}P[TI]U)?\W{0,6}\d/;
const TAX_SUM_WORDS =
  /^\W{0,6}[SG5][UVL]?MA PT[UVLIY]?\W{0,4}\d|^\W{0,6}(?:(?:[SG5][UVL]MA|RAZEM|LACZN\w{1,6})\W{1,4}(?:P[TI1][UVL]|PODAT)|PODATEK\b)/;
const TAX =
  /SPRZED|[SP]RZEDA[ZL]|^\W{0,6}S[PRA]?\W{0,2}\s?[O0]P\W?\s?[A-G]?\b|OPODATK|\bP[TI1][UVL]\s?[A-G4]?\W?\s?\d|KW[O0]TA\s?(?:P[TI1]U\s?)?[A-G]\b|\b[KM]U?[UW]?OTA P[TI]U|^\W{0,6}(?:MW?ST|UST|VAT)\s?[A-G]?\b/;
/** `B  7,0%  4,36  0,31  4,67` */
const TAX_ROW = /^\W{0,6}[A-G]\W{1,3}\d{1,2}(?:\s?%|[.,]\d\d?\s?[%ZI]?[^\d]{1,20}\d{1,6}[.,]\d\d)/;
const DUE =
  /D[O0] {0,2}[Z2]AP[LI1]|\b[Z2]AP[LI1]ATY|NALEZNOSC|AMOUNT DUE|BALANCE DUE|TO PAY\b|ZU ZAHLEN|ZAHLBETRAG|ZAHLUNGSBETRAG/;

/** Decides by keywords, tolerant of OCR and of missing diacritics. */
export function lineKind(line: string, chain: LineKeywords = {}): LineKind {
  const text = upperAscii(line).slice(0, 200);
  const tokens = text
    .split(/[^A-Z0-9|!\]]+/)
    .filter((word) => word.length > 1)
    .map(ocrSkeleton);
  const first = tokens.slice(0, 3);
  const has = (keywords: readonly string[], among = tokens) =>
    among.some((word) => isLikeAny(word, keywords));
  const leads = (keywords: readonly string[]) => has(keywords, tokens.slice(0, 1));

  if (has(['FISKALNY']) && !/N[IL1]EF/.test(text)) return 'heading';
  if (has(['NAZWA'], first) && has(['CENA', 'WARTOSC', 'ILOSC', 'ILOSCXCENA'])) return 'heading';
  if (/^\W{0,6}[UVW][UVWZ]+G[LI1]/.test(text) && has(words.discount)) return 'discount-note';
  if (isDiscountSum(text, tokens)) return 'discount-sum';
  const pattern = BY_PATTERN.find(([, expression]) => expression.test(text));
  if (pattern !== undefined) return pattern[0];
  if (words.restating.some((phrase) => text.includes(phrase))) return 'noise';
  if (chain.noise?.some((phrase) => text.includes(phrase))) return 'noise';
  if (DEPOSIT_HEADING.test(text)) return 'deposit-heading';
  if (has(words.deposit) || has(chain.deposit ?? [], first) || DEPOSIT.test(text)) return 'deposit';
  if (has(words.subtotal, first)) return 'subtotal';
  if (TAX_SUM.test(text) || TAX_SUM_WORDS.test(text)) return 'tax-sum';
  if ((TAX.test(text) || TAX_ROW.test(text)) && !/ [X*×] /.test(text)) return 'tax';
  if (DUE.test(text)) return 'due';
  if (has(words.change, first)) return 'change';
  if (has(words.discount, first) || has(chain.discount ?? [], first)) return 'discount';
  if (has(words.void, first)) return 'void';
  const isSum =
    /^\W{0,6}(?:S[UVL]MA|[SG5]UMA)\b/.test(text) ||
    leads(words.sum) ||
    (/\bP[LI1][NMH]\b/.test(text) && distance(tokens[0] ?? '', ocrSkeleton('SUMA'), 1) <= 1);
  if (isSum && !namesItem(text)) {
    return 'sum';
  }
  // A misread word is believed where it leads: `SAŁATKA PARTY` is paid with no card.
  const pays = (keywords: readonly string[], among: readonly string[]) =>
    leads(keywords) || among.some((word) => isOneOf(word, keywords));
  if (pays(words.cash, first.slice(0, 2)) || ocrSkeleton(line).startsWith('GOTOVKA')) return 'cash';
  if (pays(words.card, first)) return 'card';
  if (leads(words.payment)) return 'other-payment';
  if (
    /^\W{0,6}(?:(?:NIP|NR|KASJER|KASA|TEL|WWW|REGON|BDO|ROZLICZENIE|TRANS|TERMINAL|AID|DANKE|THANK)\b|DZIEKUJ)/.test(
      text,
    )
  )
    return 'noise';
  return 'other';
}

/** Letters of the words in `OPUSTY ŁĄCZNIE`, `SUMA RABATÓW`, `UDZIELONO RABATÓW`, run together or one lost. */
const DISCOUNTS = /[O0]PVST|[VO]PVST|RABAT|ZNIZ[KE]|OBNIZ[KE]|BONIFIKAT|DISCOVNT|SAVING/;
const ALTOGETHER = /ACZN[IA]|R[AO]ZEM|SVMA|OGOIEM|VDZIEI[O0]N|CAIKOVI|VSZYSTK|TOTAI/;

/** `OPUSTY ŁĄCZNIE`; what is taken of a sum (`RABAT OD SUMY`) is a discount itself. */
function isDiscountSum(text: string, tokens: readonly string[]): boolean {
  const words = tokens.slice(0, 4).join(' ');
  if (!DISCOUNTS.test(words) || !ALTOGETHER.test(words)) return false;
  return !/\b(?:OD|NA) (?:SUM|CAI|CAL|RAZEM|TOTAL)|%/.test(text);
}

/** `TOTAL FAGE 0% 450G`: more words than a till prints beside its sum. */
function namesItem(text: string): boolean {
  const [, ...others] = text.match(/[A-Z]{4,40}/g) ?? [];
  return others.some((word) => !isLikeAny(ocrSkeleton(word), words.besideSum));
}

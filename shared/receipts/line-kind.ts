import { fold, isLike, plain } from './fold.ts';

/** What a printed line is for, by its words alone. */
export type LineKind =
  | 'discount'
  | 'discount-note'
  | 'void'
  | 'deposit'
  | 'subtotal'
  | 'sum'
  | 'due'
  | 'tax'
  | 'tax-sum'
  | 'cash'
  | 'card'
  | 'other-payment'
  | 'change'
  | 'non-fiscal'
  | 'heading'
  | 'noise'
  | 'other';

const DISCOUNT = [
  'OPUST',
  'RABAT',
  'UPUST',
  'PROMOCJA',
  'ZNIZKA',
  'OBNIZKA',
  'KUPON',
  'DISCOUNT',
  'NACHLASS',
  'RABATT',
];
const VOID = ['STORNO', 'ANULOWANO', 'ANULOWANIE', 'ANULOW', 'ZWROT'];
const DEPOSIT = ['KAUCJA', 'KAUCJE', 'KAUCJI', 'PFAND', 'DEPOSIT'];
const CASH = ['GOTOWKA', 'CASH', 'BAR'];
const CARD = [
  'KARTA',
  'KARTY',
  'KARTOWA',
  'BLIK',
  'VISA',
  'MASTERCARD',
  'CARD',
  'KARTENZAHLUNG',
  'BEZGOTOWKOWA',
];
const OTHER_PAYMENT = ['BON', 'BONY', 'PLATNOSC', 'PRZELEW', 'INNA', 'VOUCHER', 'KREDYT'];

/** Decides by keywords, tolerant of OCR and of missing diacritics. */
export function lineKind(line: string): LineKind {
  const text = plain(line).slice(0, 200);
  const words = text
    .split(/[^A-Z0-9|!\]]+/)
    .filter((word) => word.length > 1)
    .map(fold);
  const first = words.slice(0, 3);
  const has = (keywords: readonly string[], among = words) =>
    among.some((word) => keywords.some((keyword) => isLike(word, keyword)));
  const all = fold(line);

  if (/N[IL1]EF[IL1]SKA[LI1]N/.test(text)) return 'non-fiscal';
  if (/F[IL1][SG]KA[LI1]N/.test(text) || has(['FISKALNY'])) return 'heading';
  if (has(['NAZWA'], first) && has(['CENA', 'WARTOSC', 'ILOSC', 'ILOSCXCENA'])) return 'heading';
  if (/^\W*[UVW][UVWZ]+G[LI1]/.test(text) && has(DISCOUNT)) return 'discount-note';
  if (
    /OSZCZEDZ|ZAOSZCZ|SUMA RABAT|LACZNY RABAT|RABATY? LACZN|RAZEM (?:RABAT|OPUST)|PUNKT|^\W*(?:ILOSC TOWAR|LICZBA)/.test(
      text,
    )
  )
    return 'noise';
  if (has(DEPOSIT) || /OPAKOWANI[EA] ZWROTN|BUTELKA ZWR|^\W*ZWROT (?:OPAK|BUT|PUSZ)/.test(text))
    return 'deposit';
  if (
    has(['PODSUMA', 'SUBTOTAL', 'ZWISCHENSUMME'], first) ||
    /^\W*P[O0]D[SZG5][A-Z]{2,4}A\b/.test(text)
  )
    return 'subtotal';
  if (
    /^\W*[A-Z]?(?:SUMA|GUMA|5UMA|RAZEM|LACZNIE|LACZNA)?\W*(?:KWOTA )?(?:P[TI]U|PODAT\w*)(?:\s+P[TI]U)?\W*\d/.test(
      text,
    )
  )
    return 'tax-sum';
  if (
    /^\W*(?:[SG5][UVL]MA|RAZEM|LACZN\w+)\W+(?:P[TI1][UVL]|PODAT)/.test(text) ||
    /^\W*PODATEK\b/.test(text)
  )
    return 'tax-sum';
  if (
    /SPRZED|[SP]RZEDA[ZL]|^\W*S[PRA]?\W{0,2}\s?[O0]P\W?\s?[A-G]?\b|OPODATK|\bP[TI1][UVL]\s?[A-G4]?\W?\s?\d|KW[O0]TA\s?(?:P[TI1]U\s?)?[A-G]\b|\b[KM]U?[UW]?OTA P[TI]U|^\W*[A-G]\W\s?\d{1,2}[.,]\d\d\s?[%ZI]?\b.*\d[.,]\d\d/.test(
      text,
    ) &&
    !/ [X*] /.test(text)
  )
    return 'tax';
  if (/D[O0] ?ZAP[LI1]|NALEZNOSC|AMOUNT DUE|ZU ZAHLEN/.test(text)) return 'due';
  if (has(['RESZTA', 'CHANGE', 'RUCKGELD'], first)) return 'change';
  if (has(DISCOUNT, first)) return 'discount';
  if (has(VOID, first)) return 'void';
  if (
    /^\W*(?:S[UVL]MA|[SG5]UMA)\b/.test(text) ||
    has(['SUMA', 'RAZEM', 'TOTAL', 'SUMME', 'GESAMT'], words.slice(0, 1))
  )
    return 'sum';
  if (has(CASH, first.slice(0, 2)) || all.startsWith('GOTOVKA')) return 'cash';
  if (has(CARD, first)) return 'card';
  if (has(OTHER_PAYMENT, words.slice(0, 1))) return 'other-payment';
  if (/^\W*(?:NIP|NR|KASJER|TEL|WWW|REGON|BDO|ROZLICZENIE|TRANS|TERMINAL|AID|DZIEK)/.test(text))
    return 'noise';
  return 'other';
}

import type { Locale } from '#shared/context/locale.ts';
import type { Reason } from '#shared/receipts/model/receipt.ts';
import type { UploadStatus } from '#shared/uploads/upload-state.ts';

/** Why a person should look, in a person's words. */
export const REASONS: Readonly<Record<Locale, Readonly<Record<Reason, string>>>> = {
  pl: {
    unreadable: 'paragonu nie udało się odczytać',
    'reading-cut-off': 'zabrakło czasu i odczyt przerwano',
    'no-items': 'nie znaleziono żadnej pozycji',
    'no-total': 'nie odczytano sumy',
    'does-not-balance': 'pozycje nie sumują się do kwoty z paragonu',
    'quantity-times-price': 'ilość razy cena nie daje wartości pozycji',
    'tax-table': 'podatki nie zgadzają się z pozycjami',
    'low-confidence': 'odczyt jest niepewny',
    'no-date': 'nie odczytano daty zakupów',
    'nip-checksum': 'NIP ma błędną cyfrę kontrolną',
    repaired: 'jedną cyfrę poprawiono tak, żeby rachunek się zgadzał',
    'unknown-product': 'nie wiadomo, co to za produkt',
    'discount-unassigned': 'rabatu nie przypisano do pozycji',
    'line-missing': 'brakuje jakiejś pozycji',
    'amount-unexplained': 'jest kwota, której nic nie tłumaczy',
    'read-by-model': 'odczytał to model językowy, warto sprawdzić',
  },
  en: {
    unreadable: 'the receipt could not be read',
    'reading-cut-off': 'time ran out and the reading was cut off',
    'no-items': 'no line was found',
    'no-total': 'the total was not read',
    'does-not-balance': 'the lines do not add up to the total',
    'quantity-times-price': 'quantity times price is not what the line says',
    'tax-table': 'the taxes do not agree with the lines',
    'low-confidence': 'the reading is unsure',
    'no-date': 'the date was not read',
    'nip-checksum': 'the tax number has a wrong check digit',
    repaired: 'one digit was corrected so that the sums agree',
    'unknown-product': 'it is not known what product this is',
    'discount-unassigned': 'a discount belongs to no line',
    'line-missing': 'some line is missing',
    'amount-unexplained': 'there is an amount that nothing explains',
    'read-by-model': 'a language model read it, so have a look',
  },
};

/** How far an upload is. */
export const STATUSES: Readonly<Record<Locale, Readonly<Record<UploadStatus, string>>>> = {
  pl: {
    'awaiting-file': 'plik jeszcze nie dotarł',
    queued: 'czeka w kolejce do odczytu',
    reading: 'jest właśnie odczytywany',
    parsing: 'jest właśnie odczytywany',
    matching: 'jest odczytany, dopasowuję produkty',
    saving: 'jest odczytany, zapisuję go',
    done: 'jest odczytany',
    'needs-review': 'jest odczytany i czeka na sprawdzenie',
    failed: 'nie udało się odczytać',
  },
  en: {
    'awaiting-file': 'the file has not arrived yet',
    queued: 'it waits in line to be read',
    reading: 'it is being read',
    parsing: 'it is being read',
    matching: 'it is read, its products are being matched',
    saving: 'it is read and being saved',
    done: 'it is read',
    'needs-review': 'it is read and waits for a check',
    failed: 'it could not be read',
  },
};

const KNOWN = new Map<Locale, ReadonlyMap<string, string>>([
  ['pl', new Map(Object.entries(REASONS.pl))],
  ['en', new Map(Object.entries(REASONS.en))],
]);

/** A reason by its code; a code of another version says itself. */
export function reasonText(code: string, locale: Locale): string {
  return KNOWN.get(locale)?.get(code) ?? code;
}

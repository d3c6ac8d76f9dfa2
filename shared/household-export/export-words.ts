import type { Message } from '#shared/errors/user-error.ts';

export type Locale = keyof Message;

/** Names of folders and files in an archive, and of what has no name of its own. */
export const EXPORT_WORDS = {
  pl: {
    recipes: 'przepisy',
    photographs: 'zdjęcia paragonów',
    unread: 'zdjęcia nieodczytane',
    documents: 'dokumenty',
    tables: 'tabele',
    receipt: 'paragon',
    document: 'dokument',
    recipe: 'przepis',
  },
  en: {
    recipes: 'recipes',
    photographs: 'photographs of receipts',
    unread: 'photographs not read',
    documents: 'documents',
    tables: 'tables',
    receipt: 'receipt',
    document: 'document',
    recipe: 'recipe',
  },
} as const satisfies Readonly<Record<Locale, object>>;

/** What is in the archives, for whoever opens one. */
export function readMe(locale: Locale, at: Date, zone: string): string {
  const when = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
  const { recipes, photographs, unread, documents, tables } = EXPORT_WORDS[locale];
  const lines = {
    pl: [
      'FoodSave AI – dane gospodarstwa domowego',
      `Stan z chwili: ${when}.`,
      '',
      `${tables}/       Paragony, spiżarnia i jej zmiany dla arkusza kalkulacyjnego (CSV, UTF-8,`,
      '              rozdzielane przecinkami, liczby z kropką). Tekst, który arkusz wziąłby za',
      '              formułę, zaczyna się od apostrofu.',
      `${recipes}/     Własne przepisy, każdy jako Recipe ze schema.org (JSON-LD).`,
      `${photographs}/, ${unread}/, ${documents}/`,
      '              Przesłane pliki, takie, jakie były. Gdy nie mieszczą się w pierwszym',
      '              archiwum, są w następnych.',
      'json/         Wszystko, co system wie o gospodarstwie: plik na tabelę, obiekt na wiersz.',
      '',
      'Nie ma tu haseł, kluczy urządzeń ani adresów kalendarza: są tajne i nigdzie nie są zapisane.',
    ],
    en: [
      'FoodSave AI – data of a household',
      `As of ${when}.`,
      '',
      `${tables}/       Receipts, the pantry and its changes for a spreadsheet (CSV, UTF-8, commas`,
      '              between values, points in numbers). Text that a spreadsheet would take for',
      '              a formula begins with an apostrophe.',
      `${recipes}/      Your own recipes, each as a Recipe of schema.org (JSON-LD).`,
      `${photographs}/, ${unread}/, ${documents}/`,
      '              Uploaded files as they were. When they do not fit into the first archive,',
      '              they are in those that follow.',
      'json/         All that the system knows of the household: a file for each table, an object',
      '              for each row.',
      '',
      'There are no passwords, device keys or calendar addresses in it: they are stored nowhere.',
    ],
  };
  // Windows' Notepad, too, shows lines that end this way.
  return lines[locale].map((line) => `${line}\r\n`).join('');
}

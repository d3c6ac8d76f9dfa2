import type { UploadProblem } from './upload.ts';

/** For people: why an upload failed, or what is to be done about it, by code. */
const MESSAGES: Readonly<Record<string, { readonly pl: string; readonly en: string }>> = {
  'please-retake': {
    pl: 'Nie udało się odczytać paragonu. Zrób zdjęcie jeszcze raz: z góry, w dobrym świetle, cały paragon.',
    en: 'The receipt could not be read. Please retake the photo: from above, in good light, the whole receipt.',
  },
  'please-check': {
    pl: 'Sprawdź zaznaczone pozycje i potwierdź paragon.',
    en: 'Please look at the marked lines and confirm the receipt.',
  },
  'pantry-full': {
    pl: 'Spiżarnia jest pełna. Zapisz, co zużyto lub wyrzucono, i potwierdź paragon.',
    en: 'The pantry is full. Write down what was used or thrown away, and confirm the receipt.',
  },
  'reading-cut-off': {
    pl: 'Zabrakło czasu i odczyt przerwano. Odczytaj paragon ponownie albo sprawdź pozycje.',
    en: 'Time ran out and reading was cut off. Have the receipt read again, or check its lines.',
  },
  'file-never-came': {
    pl: 'Plik nie dotarł. Wyślij go jeszcze raz.',
    en: 'The file never came. Send it again.',
  },
  'file-empty': { pl: 'Plik jest pusty.', en: 'The file is empty.' },
  'file-type': { pl: 'To nie jest zdjęcie ani PDF.', en: 'This is no photo and no PDF.' },
  'file-truncated': {
    pl: 'Plik jest niepełny. Wyślij go jeszcze raz.',
    en: 'The file is cut off. Send it again.',
  },
  'file-too-large': { pl: 'Plik jest większy niż 25 MB.', en: 'The file is larger than 25 MB.' },
  'image-too-large': {
    pl: 'Obraz ma zbyt wiele pikseli (najwyżej 64 miliony, a bok 65 535).',
    en: 'The image has too many pixels (64 million at most, 65,535 on a side).',
  },
  'image-too-small': {
    pl: 'Obraz jest za mały, aby coś na nim odczytać (najmniej 32 piksele na bok).',
    en: 'The image is too small to read anything on it (at least 32 pixels on a side).',
  },
  'unpacks-too-large': {
    pl: 'Rozpakowana zawartość pliku jest zbyt duża. Wyślij zwykłe zdjęcie lub prostszy plik.',
    en: 'What is packed inside the file is too large. Send a plain photo or a simpler file.',
  },
  'reading-over-limits': {
    pl: 'Odczyt tego pliku wymaga więcej pamięci lub obliczeń, niż wolno. Wyślij zwykłe zdjęcie lub prostszy plik.',
    en: 'Reading this file takes more memory or computing than is allowed. Send a plain photo or a simpler file.',
  },
  'too-much-print': {
    pl: 'Na stronach jest więcej tekstu niż na najdłuższym paragonie. Wyślij paragony osobno.',
    en: 'The pages hold more print than the longest receipt. Send the receipts one by one.',
  },
  'image-damaged': {
    pl: 'Zdjęcie jest uszkodzone. Wyślij je jeszcze raz.',
    en: 'The image is damaged. Send it again.',
  },
  'pdf-password': {
    pl: 'PDF jest chroniony hasłem. Wyślij go bez hasła.',
    en: 'The PDF is protected by a password. Send it without.',
  },
  'pdf-too-long': {
    pl: 'PDF ma więcej niż 20 stron.',
    en: 'The PDF has more than 20 pages.',
  },
  'too-many-pages': {
    pl: 'Plik ma więcej niż 5 stron do odczytania ze zdjęcia. Wyślij paragony osobno.',
    en: 'The file has more than 5 pages that must be read as pictures. Send the receipts one by one.',
  },
  'document-type': {
    pl: 'Tego pliku nie da się odczytać jako dokumentu. Przyjmujemy PDF, DOCX, HTML, Markdown i zwykły tekst.',
    en: 'This file cannot be read as a document. PDF, DOCX, HTML, Markdown and plain text are accepted.',
  },
  'document-password': {
    pl: 'Dokument jest chroniony hasłem. Wyślij go bez hasła.',
    en: 'The document is protected by a password. Send it without.',
  },
  'document-damaged': {
    pl: 'Dokument jest uszkodzony. Zapisz go jeszcze raz albo wyślij jako PDF.',
    en: 'The document is damaged. Save it again, or send it as a PDF.',
  },
  'document-too-long': {
    pl: 'Dokument jest za długi (najwyżej 1000 stron i 3 miliony znaków, Markdown 500 tysięcy). Podziel go na części.',
    en: 'The document is too long (1,000 pages and 3 million characters at most, Markdown 500 thousand). Send it in parts.',
  },
  'document-too-complex': {
    pl: 'Dokument ma zbyt wiele części zagnieżdżonych jedna w drugiej. Wyślij go jako PDF albo zwykły tekst.',
    en: 'The document has too many parts, or too many within one another. Send it as a PDF or as plain text.',
  },
  'document-without-text': {
    pl: 'W dokumencie nie znaleziono tekstu. Jeśli to skan, wyślij wyraźniejszy.',
    en: 'No text was found in the document. If it is a scan, send a clearer one.',
  },
  'documents-too-long': {
    pl: 'Dokumenty tego domu mają już tyle tekstu, ile mogą. Usuń któryś i spróbuj ponownie.',
    en: 'The documents of this household hold as much text as they may. Delete one and try again.',
  },
  'page-without-text': {
    pl: 'Na stronie nie ma tekstu, tylko obraz.',
    en: 'The page has no text, only a picture.',
  },
  'page-damaged': {
    pl: 'Strona jest uszkodzona.',
    en: 'The page is damaged.',
  },
  'page-cut-off': {
    pl: 'Zabrakło czasu na odczytanie tej strony.',
    en: 'Time ran out before this page was read.',
  },
  'too-many-scanned-pages': {
    pl: 'W jednym dokumencie odczytujemy najwyżej 20 stron będących skanem. Wyślij resztę osobno.',
    en: 'Of one document 20 scanned pages are read at most. Send the others as documents of their own.',
  },
  'pages-unread': {
    pl: 'Niektórych stron nie udało się odczytać; pozostałe są dostępne.',
    en: 'Some pages could not be read; the others are available.',
  },
  'gave-up': {
    pl: 'Przetwarzanie nie powiodło się kilka razy. Spróbuj ponownie później.',
    en: 'Processing failed several times. Try again later.',
  },
};

/** A file that broke a limit would break it again: another attempt is refused. */
export const REFUSED_FOR_GOOD: readonly string[] = [
  'image-too-large',
  'image-too-small',
  'unpacks-too-large',
  'reading-over-limits',
  'too-much-print',
  'document-type',
  'document-password',
  'document-damaged',
  'document-too-long',
  'document-too-complex',
  'document-without-text',
];

const UNKNOWN_PROBLEM = {
  pl: 'Coś się nie udało. Spróbuj ponownie.',
  en: 'Something went wrong. Try again.',
};

export function problemOf(code: string): UploadProblem {
  return { code, ...(MESSAGES[code] ?? UNKNOWN_PROBLEM) };
}

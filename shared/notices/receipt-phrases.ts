/** What is said about receipts, in each language. */
export const PHRASES = {
  pl: {
    howTo:
      'Wyślij zdjęcie paragonu albo plik PDF (także e-paragon): JPEG, PNG, WebP, HEIC, TIFF lub PDF, do 25 MB. Cały paragon, z góry, w dobrym świetle; każdy paragon osobno. W aplikacji służy do tego przesyłanie plików (POST /api/v2/upload), a ja powiem, co z nim.',
    none: 'Nie widzę u Was żadnego paragonu. Wyślij zdjęcie albo plik PDF, a powiem, co z niego odczytałem.',
    noSuch: (what: string) => `Nie ma u Was takiego paragonu: ${what}.`,
    upload: (day: string, status: string) => `Plik przysłany ${day}: ${status}.`,
    canRetry: 'Napisz „spróbuj jeszcze raz”, a odczytam go ponownie.',
    read: (label: string) => `Tak, paragon jest odczytany (${label}).`,
    total: (sum: string) => `Suma: ${sum}.`,
    noTotal: 'Sumy nie odczytano.',
    needsReview: 'Czeka na sprawdzenie; zapytaj „dlaczego?”, a powiem, co jest niepewne.',
    duplicate: 'To te same zakupy, które są już na innym zdjęciu: ten paragon przyszedł drugi raz.',
    waiting: (count: number) => `Na sprawdzenie czeka jeszcze paragonów: ${count}.`,
    contents: (label: string) => `Paragon (${label}):`,
    more: (count: number) => `… i jeszcze pozycji: ${count}.`,
    list: 'Paragony, najnowsze najpierw:',
    moreReceipts: (count: number) => `… i jeszcze paragonów: ${count}.`,
    checked: 'do sprawdzenia',
    review: (label: string) => `Dlaczego trzeba sprawdzić paragon (${label}):`,
    noReview: (label: string) => `Paragon (${label}) nie wymaga sprawdzenia.`,
    difference: (sum: string, isLess: boolean) =>
      isLess
        ? `pozycji jest o ${sum} mniej niż na sumie; może jakiejś nie odczytano`
        : `pozycji jest o ${sum} więcej niż na sumie`,
    balanced: (label: string) =>
      `Tak, na paragonie (${label}) wszystko się zgadza: pozycje sumują się do kwoty.`,
    notBalanced: (label: string, what: string) => `Nie, na paragonie (${label}) ${what}.`,
    noBalance: (label: string) =>
      `Na paragonie (${label}) nie odczytano sumy, więc nie ma z czym porównać pozycji.`,
    paid: (what: string, sums: string) => `Zapłacone (${what}): ${sums}.`,
    paidNothing: (what: string) => `Nie mam paragonów z kwotą (${what}).`,
    everywhere: 'wszystkie sklepy',
    price: (label: string) => `Na paragonie (${label}):`,
    noLine: (label: string, name: string | null) =>
      name === null
        ? `Nie wiem, o którą pozycję na paragonie (${label}) chodzi. Podaj jej nazwę albo numer.`
        : `Na paragonie (${label}) nie ma takiej pozycji: ${name}.`,
    which: 'Która pozycja?',
    whatInstead: (line: string) => `Ta pozycja to: ${line}. Co powinno tam być?`,
    whatWrong: (label: string) =>
      `Co poprawić na paragonie (${label})? Napisz na przykład „mleko kosztowało 3,49”, „to nie był jogurt, tylko kefir” albo „data jest zła, było 12 marca”.`,
    same: 'Tak już jest zapisane, więc nie ma czego zmieniać.',
    running: 'Jeszcze jest w toku, więc nie zaczynam od nowa. Zapytaj za chwilę.',
    done: 'Ten paragon jest odczytany do końca. Jeśli coś jest źle, napisz, co poprawić.',
    forGood: 'Tego pliku nie da się odczytać, także przy kolejnej próbie. Wyślij inny.',
    cannotDelete: (label: string) =>
      `Paragonu (${label}) nie usuwam w rozmowie, bo nie dałoby się tego cofnąć. Można go usunąć na liście paragonów (DELETE /api/v2/receipts/{id}), razem z tym, co dodał do spiżarni.`,
  },
  en: {
    howTo:
      'Send a photo of the receipt or a PDF file (an e-receipt too): JPEG, PNG, WebP, HEIC, TIFF or PDF, up to 25 MB. The whole receipt, from above, in good light; one receipt a file. The app uploads it (POST /api/v2/upload), and I tell you how far it is.',
    none: 'I can see no receipt of yours. Send a photo or a PDF file, and I will tell you what I read.',
    noSuch: (what: string) => `There is no such receipt: ${what}.`,
    upload: (day: string, status: string) => `The file sent on ${day}: ${status}.`,
    canRetry: 'Say “try again”, and it is read once more.',
    read: (label: string) => `Yes, the receipt is read (${label}).`,
    total: (sum: string) => `Total: ${sum}.`,
    noTotal: 'The total was not read.',
    needsReview: 'It waits for a check; ask “why?”, and I will tell you what is unsure.',
    duplicate:
      'This is the same shopping as in an earlier photo: the same receipt came a second time.',
    waiting: (count: number) => `Receipts that still wait for a check: ${count}.`,
    contents: (label: string) => `Receipt (${label}):`,
    more: (count: number) => `… and ${count} more lines.`,
    list: 'Receipts, the newest first:',
    moreReceipts: (count: number) => `… and ${count} more receipts.`,
    checked: 'to be checked',
    review: (label: string) => `Why the receipt (${label}) needs a check:`,
    noReview: (label: string) => `The receipt (${label}) needs no check.`,
    difference: (sum: string, isLess: boolean) =>
      isLess
        ? `the lines are ${sum} less than the total; one may not have been read`
        : `the lines are ${sum} more than the total`,
    balanced: (label: string) => `Yes, the receipt (${label}) adds up: its lines make its total.`,
    notBalanced: (label: string, what: string) => `No, on the receipt (${label}) ${what}.`,
    noBalance: (label: string) =>
      `The total of the receipt (${label}) was not read, so there is nothing to compare its lines with.`,
    paid: (what: string, sums: string) => `Paid (${what}): ${sums}.`,
    paidNothing: (what: string) => `I have no receipts with a total (${what}).`,
    everywhere: 'all shops',
    price: (label: string) => `On the receipt (${label}):`,
    noLine: (label: string, name: string | null) =>
      name === null
        ? `I do not know which line of the receipt (${label}) is meant. Give its name or its number.`
        : `There is no such line on the receipt (${label}): ${name}.`,
    which: 'Which line?',
    whatInstead: (line: string) => `That line is: ${line}. What should it be?`,
    whatWrong: (label: string) =>
      `What is to be corrected on the receipt (${label})? Say for example “the milk was 3.49”, “that was not yoghurt but kefir” or “the date is wrong, it was 12 March”.`,
    same: 'It is noted like that already, so there is nothing to change.',
    running: 'It is still being read, so I do not start again. Ask in a moment.',
    done: 'This receipt was read to its end. If something is wrong, say what to correct.',
    forGood: 'This file cannot be read, at another attempt neither. Send another one.',
    cannotDelete: (label: string) =>
      `I do not delete the receipt (${label}) in a talk, as that could not be undone. It can be deleted in the list of receipts (DELETE /api/v2/receipts/{id}), with what it put into the pantry.`,
  },
} as const;

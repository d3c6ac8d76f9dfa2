import { EXPORT_WORDS, type Locale } from './export-words.ts';
import type { UploadedFile } from './uploaded-files-store.ts';

/** Signs that no file system of today may have in a name. */
const FORBIDDEN = new Set('<>:"/\\|?*');
/** In characters; with folder and ending it stays below the 255 bytes that file systems take. */
const LONGEST = 80;

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/heic': '.heic',
  'image/heif': '.heif',
  'image/tiff': '.tif',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/** Some words as the name of a file: `Żurek/„babci”?` is `Żurek „babci”`. */
export function safeName(words: string, otherwise: string): string {
  const kept = [...words.normalize('NFC')]
    .map((sign) => (FORBIDDEN.has(sign) || sign < ' ' || sign === '\u007F' ? ' ' : sign))
    .join('');
  const parts = kept.split(' ').filter((part) => part.replaceAll('.', '') !== '');
  // Windows takes no name that ends with a dot; one that begins with a dot is hidden elsewhere.
  let name = [...parts.join(' ')].slice(0, LONGEST).join('').trim();
  while (name.startsWith('.')) name = name.slice(1);
  while (name.endsWith('.') || name.endsWith(' ')) name = name.slice(0, -1);
  return name === '' ? otherwise : name;
}

/** Gives every name once: the second `a.jpg` is `a (2).jpg`. */
export function uniqueNames(): (folder: string, name: string, ending: string) => string {
  const taken = new Set<string>();
  const tries = new Map<string, number>();
  return (folder, name, ending) => {
    const first = `${folder}/${name}${ending}`.toLowerCase();
    for (let nth = tries.get(first) ?? 1; ; nth += 1) {
      const path = `${folder}/${name}${nth === 1 ? '' : ` (${nth})`}${ending}`;
      // Two names that differ in case alone are one file on some systems.
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      tries.set(first, nth + 1);
      return path;
    }
  };
}

/** Folder, name and ending of an uploaded file: `photographs of receipts`, `2026-11-24 Biedronka 45.20 PLN`, `.jpg`. */
export function nameOfFile(file: UploadedFile, locale: Locale): [string, string, string] {
  const words = EXPORT_WORDS[locale];
  const ending = ENDINGS[file.contentType] ?? endingOf(file.fileName);
  if (file.kind === 'document') {
    const title = file.title ?? withoutEnding(file.fileName ?? '');
    return [words.documents, safeName(title, words.document), ending];
  }
  if (!file.isRead) {
    const known = `${file.day ?? ''} ${withoutEnding(file.fileName ?? '')}`;
    return [words.unread, safeName(known, words.receipt), ending];
  }
  const price = file.total === null ? '' : `${file.total} ${file.currency ?? ''}`;
  const known = [file.day, file.merchant, price].filter((part) => part !== null).join(' ');
  return [words.photographs, safeName(known, words.receipt), ending];
}

function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Of the name it was sent under, if it is a short plain one. */
function endingOf(name: string | null): string {
  const [, ending = ''] = (name ?? '').split(/\.(?=[a-z0-9]{1,5}$)/i);
  return ending === '' ? '' : `.${ending.toLowerCase()}`;
}

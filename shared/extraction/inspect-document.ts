import { type Message, UserError, type UserErrorKind } from '#shared/errors/user-error.ts';
import { markedEncoding } from './decode-text.ts';
import type { DocumentFormat } from './document-format.ts';
import { zipEntries } from './zip-entries.ts';

/** The most bytes of an upload (CONTRACT). */
const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Looked at where a text shows whether it is one. */
const SAMPLE_BYTES = 64 * 1024;

/** Controls that a text may have: tab, line feed, form feed, carriage return, and the escape of old printers. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

/**
 * The format of a document by its content; what it says it is decides only between kinds of text. Reads
 * the beginning of a text and the directory of an archive, so that it is cheap enough for the API.
 * @throws UserError file-empty, file-too-large, file-truncated, document-type, document-password
 */
export function inspectDocument(
  bytes: Buffer,
  declared: DocumentFormat | undefined,
): DocumentFormat {
  if (bytes.length === 0) throw refusal('file-empty');
  if (bytes.length > MAX_FILE_BYTES) throw refusal('file-too-large');
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    if (!bytes.includes('%%EOF')) throw refusal('file-truncated');
    return 'pdf';
  }
  if (startsWith(bytes, 'PK\x03\x04')) return inspectArchive(bytes);
  // Word keeps a document with a password, and its format before 2007, in another kind of file.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refusal(isEncrypted ? 'document-password' : 'document-type');
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const isText = markedEncoding(sample)?.startsWith('utf-16') || !sample.some(isBinary);
  if (!isText || declared === 'pdf' || declared === 'docx') throw refusal('document-type');
  if (declared === 'html' || declared === 'markdown') return declared;
  const beginning = sample.toString('latin1', 0, 1024);
  return /^(?:\xef\xbb\xbf)?\s{0,100}<(?:!doctype html|html)\b/i.test(beginning) ? 'html' : 'text';
}

function isBinary(byte: number): boolean {
  return byte < 0x20 && !TEXT_CONTROLS.has(byte);
}

function inspectArchive(bytes: Buffer): DocumentFormat {
  const entries = zipEntries(bytes);
  if (entries === undefined) throw refusal('file-truncated');
  if (entries.some(({ name }) => name === 'word/document.xml')) return 'docx';
  throw refusal('document-type');
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString('latin1', 0, text.length) === text;
}

const REFUSALS = {
  'file-empty': ['bad-input', { pl: 'Plik jest pusty.', en: 'The file is empty.' }],
  'file-too-large': [
    'too-large',
    { pl: 'Plik jest większy niż 25 MB.', en: 'The file is larger than 25 MB.' },
  ],
  'file-truncated': [
    'unprocessable',
    {
      pl: 'Plik jest niepełny. Wyślij go jeszcze raz.',
      en: 'The file is cut off. Send it again.',
    },
  ],
  'document-type': [
    'unsupported-type',
    {
      pl: 'Tego pliku nie da się odczytać jako dokumentu. Przyjmujemy PDF, DOCX, HTML, Markdown i zwykły tekst.',
      en: 'This file cannot be read as a document. PDF, DOCX, HTML, Markdown and plain text are accepted.',
    },
  ],
  'document-password': [
    'unprocessable',
    {
      pl: 'Dokument jest chroniony hasłem. Wyślij go bez hasła.',
      en: 'The document is protected by a password. Send it without.',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [UserErrorKind, Message]>>;

function refusal(code: keyof typeof REFUSALS): UserError {
  const [kind, text] = REFUSALS[code];
  return new UserError(kind, code, text);
}

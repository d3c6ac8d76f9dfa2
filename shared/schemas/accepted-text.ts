import { UserError } from '#shared/errors/user-error.ts';

/**
 * Text as it comes in, everywhere: well-formed Unicode without U+0000, which Postgres cannot hold, and
 * composed (NFC), so that the same word typed on two machines is the same. Joined emoji stay as they are.
 * @throws UserError `forbidden-character`
 */
export function acceptedText(text: string): string {
  if (text.includes('\0')) {
    throw new UserError('bad-input', 'forbidden-character', {
      pl: 'Niedozwolony znak U+0000.',
      en: 'The character U+0000 is not allowed.',
    });
  }
  if (!text.isWellFormed()) {
    throw new UserError('bad-input', 'forbidden-character', {
      pl: 'Połowa znaku (U+D800 do U+DFFF) nie jest tekstem.',
      en: 'Half a character (U+D800 to U+DFFF) is no text.',
    });
  }
  return text.normalize('NFC');
}

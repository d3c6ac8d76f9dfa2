import { UserError } from '#shared/errors/user-error.ts';

/** @throws UserError for every kind but receipts */
export function refuseDocuments(kind: string): void {
  if (kind === 'receipt') return;
  throw new UserError('unprocessable', 'not-supported-yet', {
    pl: 'Dokumenty nie są jeszcze obsługiwane, tylko paragony.',
    en: 'Documents are not supported yet, only receipts.',
  });
}

/** @param limit bytes */
export function tooLarge(limit: number): UserError {
  const size = `${limit / 1024 / 1024} MB`;
  return new UserError('too-large', 'file-too-large', {
    pl: `Plik jest większy niż ${size}.`,
    en: `The file is larger than ${size}.`,
  });
}

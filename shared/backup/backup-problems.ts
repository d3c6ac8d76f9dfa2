import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';

export const noSuchBackup = () =>
  notFound({ pl: 'Nie ma takiej kopii zapasowej.', en: 'There is no such backup.' });

export const backupRunning = () =>
  new UserError('conflict', 'backup-running', {
    pl: 'Kopia zapasowa jest właśnie robiona.',
    en: 'A backup is being made already.',
  });

export const notVerified = () =>
  new UserError('conflict', 'backup-not-verified', {
    pl: 'Ta kopia nie jest sprawdzona: jeszcze trwa, nie powiodła się albo jest uszkodzona.',
    en: 'This backup is not verified: it is being made, failed or is damaged.',
  });

export const restoreOpen = () =>
  new UserError('conflict', 'restore-open', {
    pl: 'Najpierw potwierdź albo cofnij poprzednie przywracanie.',
    en: 'Confirm or undo the restore before first.',
  });

export const nothingKept = () =>
  new UserError('conflict', 'nothing-kept', {
    pl: 'Tej kopii nie przywrócono albo o przywróceniu już zdecydowano.',
    en: 'This backup was not restored, or that was decided about already.',
  });

export const backupInUse = () =>
  new UserError('conflict', 'backup-in-use', {
    pl: 'Ta kopia jest właśnie robiona albo przywracana.',
    en: 'This backup is being made or restored.',
  });

export const confirmMismatch = () =>
  new UserError('unprocessable', 'confirm-mismatch', {
    pl: 'Potwierdzenie musi powtórzyć identyfikator tej kopii.',
    en: 'The confirmation has to repeat the id of this backup.',
  });

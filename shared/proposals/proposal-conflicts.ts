import { UserError } from '#shared/errors/user-error.ts';

const CONFLICTS = {
  'proposal-confirmed': {
    pl: 'Tę propozycję już potwierdzono. Możesz ją cofnąć.',
    en: 'This proposal was confirmed already. You can undo it.',
  },
  'proposal-rejected': { pl: 'Tę propozycję odrzucono.', en: 'This proposal was rejected.' },
  'proposal-expired': {
    pl: 'Ta propozycja wygasła. Zapytaj jeszcze raz.',
    en: 'This proposal has expired. Ask again.',
  },
  'proposal-undone': { pl: 'Tę propozycję już cofnięto.', en: 'This proposal was undone already.' },
  'proposal-not-confirmed': {
    pl: 'Tej propozycji nie potwierdzono, więc nie ma czego cofać.',
    en: 'This proposal was not confirmed, so there is nothing to undo.',
  },
  'proposal-not-undoable': {
    pl: 'Tej zmiany nie cofam. Profil domownika popraw w jego ustawieniach.',
    en: 'This change is not undone here. Correct the profile in the settings of that person.',
  },
} as const;

/** 409: what was decided of a proposal before, or what it is, stands against it. */
export function proposalConflict(code: keyof typeof CONFLICTS): UserError {
  return new UserError('conflict', code, CONFLICTS[code]);
}

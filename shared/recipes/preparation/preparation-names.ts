import type { Locale } from '#shared/context/locale.ts';
import type { PreparationKind } from './preparation-words.ts';

/** What is to be done, for people. */
export const PREPARATION_NAMES: Readonly<
  Record<Locale, Readonly<Record<PreparationKind, string>>>
> = {
  pl: {
    thaw: 'rozmrozić',
    soak: 'namoczyć',
    marinate: 'zamarynować',
    rise: 'zostawić do wyrośnięcia',
    chill: 'schłodzić',
    rest: 'odstawić',
  },
  en: {
    thaw: 'thaw',
    soak: 'soak',
    marinate: 'marinate',
    rise: 'let rise',
    chill: 'chill',
    rest: 'let rest',
  },
};

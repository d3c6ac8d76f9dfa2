import type { Message } from './user-error.ts';

/** What a problem of a status is called (RFC 9457), at the gateway as in functions. */
export const TITLES: Readonly<Record<number, Message>> = {
  400: { pl: 'Niepoprawne żądanie', en: 'Bad request' },
  401: { pl: 'Wymagane logowanie', en: 'Unauthorized' },
  403: { pl: 'Brak uprawnień', en: 'Forbidden' },
  404: { pl: 'Nie znaleziono', en: 'Not found' },
  405: { pl: 'Niedozwolona metoda', en: 'Method not allowed' },
  409: { pl: 'Konflikt', en: 'Conflict' },
  412: { pl: 'Warunek niespełniony', en: 'Precondition failed' },
  413: { pl: 'Za duże', en: 'Content too large' },
  415: { pl: 'Nieobsługiwany typ', en: 'Unsupported media type' },
  422: { pl: 'Nie można przetworzyć', en: 'Unprocessable content' },
  428: { pl: 'Wymagany warunek', en: 'Precondition required' },
  429: { pl: 'Za dużo żądań', en: 'Too many requests' },
  500: { pl: 'Błąd serwera', en: 'Internal server error' },
  503: { pl: 'Chwilowo niedostępne', en: 'Service unavailable' },
  504: { pl: 'Za długo', en: 'Gateway timeout' },
};

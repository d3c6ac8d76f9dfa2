import type { HouseholdContext } from '#shared/context/household-context.ts';
import { UserError } from '#shared/errors/user-error.ts';

/** Who changes something, with the headers that say which version of it they saw. */
export interface ConditionalChange {
  readonly household: HouseholdContext;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The header value for a version of something: `"3"`. */
export function etag(version: number | string): string {
  return `"${version}"`;
}

/**
 * A change must say what it is a change of.
 * @throws UserError 428 without If-Match, 412 when somebody else was quicker
 */
export function requireMatch(
  request: Pick<ConditionalChange, 'headers'>,
  version: number | string,
): void {
  const given = request.headers['if-match'];
  if (given === undefined) {
    throw new UserError('precondition-required', 'if-match-required', {
      pl: 'Podaj nagłówek If-Match z wartością ETag.',
      en: 'Say which version you change: If-Match with its ETag.',
    });
  }
  // Proxies that compress weaken an ETag on its way (W/"3"); it is the same version to us.
  const tags = given.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes('*') || tags.includes(etag(version))) return;
  throw new UserError('precondition-failed', 'version-mismatch', {
    pl: 'Zmieniono to w międzyczasie. Wczytaj ponownie i spróbuj jeszcze raz.',
    en: 'This was changed meanwhile. Load it again and try once more.',
  });
}

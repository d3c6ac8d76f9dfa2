import type { HouseholdContext } from '#shared/context/household-context.ts';
import { UserError } from '#shared/errors/user-error.ts';

/** The household that changes something, with the headers that name the version it read. */
export interface ConditionalChange {
  readonly household: HouseholdContext;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The header value for a version of something: `"3"`. */
export function etag(version: number | string): string {
  return `"${version}"`;
}

/**
 * Requires that a change is based on the current version.
 * @throws UserError 428 without If-Match, 412 when it was changed meanwhile
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
  // Proxies that compress turn an ETag into a weak one (W/"3"); it names the same version.
  const tags = given.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes('*') || tags.includes(etag(version))) return;
  throw new UserError('precondition-failed', 'version-mismatch', {
    pl: 'Zmieniono to w międzyczasie. Wczytaj ponownie i spróbuj jeszcze raz.',
    en: 'This was changed meanwhile. Load it again and try once more.',
  });
}

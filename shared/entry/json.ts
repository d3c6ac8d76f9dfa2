import { UserError } from '#shared/errors/user-error.ts';

/** Bigger bodies are files, and files go to the upload endpoint. */
const MAX_JSON_BYTES = 1_000_000;
/** Deeper than anything the API knows; protects code that walks values recursively. */
const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON of a request body.
 * @throws UserError `too-large` over 1 MB, `bad-input` for invalid UTF-8, invalid JSON, nesting
 * beyond 32 levels, a key that would reach a prototype, or a NUL character
 */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length > MAX_JSON_BYTES) {
    throw new UserError('too-large', 'json-too-large', {
      pl: 'Treść żądania przekracza 1 MB.',
      en: 'The body is larger than 1 MB.',
    });
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new UserError(
      'bad-input',
      'invalid-utf8',
      { pl: 'Treść żądania nie jest poprawnym UTF-8.', en: 'The body is not valid UTF-8.' },
      { cause },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError(
      'bad-input',
      'invalid-json',
      { pl: 'Treść żądania nie jest poprawnym JSON.', en: 'The body is not valid JSON.' },
      { cause },
    );
  }
  refuseTraps(value, 0);
  return value;
}

/** Postgres text cannot hold this character. @throws UserError `forbidden-character` */
export function refuseNul(text: string): void {
  if (!text.includes('\0')) return;
  throw new UserError('bad-input', 'forbidden-character', {
    pl: 'Niedozwolony znak U+0000.',
    en: 'The character U+0000 is not allowed.',
  });
}

function refuseTraps(value: unknown, depth: number): void {
  if (typeof value === 'string') refuseNul(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) {
    throw new UserError('bad-input', 'json-too-deep', {
      pl: 'Treść żądania jest zbyt głęboko zagnieżdżona.',
      en: 'The body is nested too deeply.',
    });
  }
  // JSON.parse makes __proto__ an own key, which a later Object.assign would turn into a prototype.
  if (Object.hasOwn(value, '__proto__')) {
    throw new UserError('bad-input', 'forbidden-key', {
      pl: 'Niedozwolony klucz __proto__.',
      en: 'The key __proto__ is not allowed.',
    });
  }
  for (const inner of Object.values(value)) refuseTraps(inner, depth + 1);
}

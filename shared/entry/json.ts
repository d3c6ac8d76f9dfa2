import { UserError } from '#shared/errors/user-error.ts';
import { acceptedText } from '#shared/schemas/accepted-text.ts';

/** Bigger bodies are files, and files go to the upload endpoint. */
const MAX_JSON_BYTES = 1_000_000;
/** Deeper than anything the API knows; protects code that walks values recursively. */
const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON of a request body.
 * @throws UserError `too-large` over 1 MB, `bad-input` for invalid UTF-8, invalid JSON, nesting
 * beyond 32 levels, a key that would reach a prototype, or text that is none (see schemas/accepted-text.ts)
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
  return accepted(value, 0);
}

/** The value with all its text as the rule wants it. */
function accepted(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return acceptedText(value);
  if (typeof value !== 'object' || value === null) return value;
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
  if (Array.isArray(value)) return value.map((inner) => accepted(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [acceptedText(key), accepted(inner, depth + 1)]),
  );
}

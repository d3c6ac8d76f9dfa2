/** The kinds of failure that may be shown to a user; each has one HTTP status (shared/entry/problem.ts). */
export const USER_ERROR_KINDS = [
  'bad-input',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'precondition-required',
  'precondition-failed',
  'too-large',
  'unsupported-type',
  'unprocessable',
  'too-many',
  'unavailable',
] as const;
export type UserErrorKind = (typeof USER_ERROR_KINDS)[number];

/** The same sentence in both languages of the product; `Accept-Language` chooses. */
export interface Message {
  readonly pl: string;
  readonly en: string;
}

export interface FieldError {
  /** JSON pointer into the body (`/items/0/name`) or `?name` for a query parameter. */
  readonly pointer: string;
  readonly detail: Message;
}

/** A failure that may be shown. Anything else that is thrown is a 500 without details. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly kind: UserErrorKind;
  /** Stable, never translated: `file-empty`. */
  readonly code: string;
  readonly text: Message;
  readonly fields: readonly FieldError[];
  /** For `too-many` and `unavailable`: seconds to wait. */
  readonly retryAfter: number | undefined;
  /** Further headers of the reply (`ratelimit-limit`). */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: UserErrorKind,
    code: string,
    text: Message,
    more: {
      fields?: readonly FieldError[];
      retryAfter?: number;
      headers?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(text.en, { cause: more.cause });
    this.kind = kind;
    this.code = code;
    this.text = text;
    this.fields = more.fields ?? [];
    this.retryAfter = more.retryAfter;
    this.headers = more.headers ?? {};
  }
}

export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError' && 'kind' in error;
}

import { isServiceAway } from '#shared/errors/service-away.ts';
import { TITLES } from '#shared/errors/titles.ts';
import {
  type FieldError,
  isUserError,
  type Message,
  type UserErrorKind,
} from '#shared/errors/user-error.ts';
import type { Exchange } from './exchange.ts';
import type { JsonReply } from './reply.ts';
import { MethodNotAllowed } from './routing.ts';

/** The one place where a kind of failure becomes a status. */
const STATUS: Readonly<Record<UserErrorKind, number>> = {
  'bad-input': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-type': 415,
  unprocessable: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
};

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: Message;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** RFC 9457: a failure as the caller sees it. Only a UserError shows its own text. */
export function problemReply(error: unknown, exchange: Exchange): JsonReply {
  const failure = failureOf(error);
  const { status, code, detail, errors, headers } = failure;
  const { locale } = exchange;
  return {
    kind: 'json',
    status,
    body: {
      type: `urn:foodsave:problem:${code}`,
      title: TITLES[status]?.[locale] ?? String(status),
      status,
      detail: detail[locale],
      instance: exchange.event.requestContext.path, // as the caller wrote it, with the stage
      code,
      requestId: exchange.requestId,
      ...(errors &&
        errors.length > 0 && {
          errors: errors.map(({ pointer, detail: why }) => ({ pointer, detail: why[locale] })),
        }),
    },
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      'content-language': locale,
    },
  };
}

/** Whether the failure is one of ours or of a service, to be logged with its cause. */
export function isUnexpected(error: unknown): boolean {
  return failureOf(error).status === 500 || isServiceAway(error);
}

function failureOf(error: unknown): Failure {
  if (isUserError(error)) {
    return {
      status: STATUS[error.kind],
      code: error.code,
      detail: error.text,
      errors: error.fields,
      headers: {
        ...(error.kind === 'unauthorized' && { 'www-authenticate': 'Bearer' }),
        ...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }),
        ...error.headers,
      },
    };
  }
  if (isServiceAway(error)) {
    const headers = { 'retry-after': String(error.retryAfter) };
    return { status: STATUS.unavailable, code: error.code, detail: error.text, headers };
  }
  if (error instanceof MethodNotAllowed) {
    return {
      status: 405,
      code: 'method-not-allowed',
      detail: { pl: `Dozwolone: ${error.allow}.`, en: `Allowed: ${error.allow}.` },
      headers: { allow: error.allow },
    };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return {
      status: 504,
      code: 'timeout',
      detail: {
        pl: 'To trwało zbyt długo. Spróbuj ponownie.',
        en: 'This took too long. Try again.',
      },
    };
  }
  return {
    status: 500,
    code: 'internal',
    detail: {
      pl: 'Coś poszło nie tak po naszej stronie.',
      en: 'Something went wrong on our side.',
    },
  };
}

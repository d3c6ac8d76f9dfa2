import { RETRY_AFTER } from '#shared/errors/service-away.ts';
import { TITLES } from '#shared/errors/titles.ts';

interface Problem {
  readonly status: number;
  readonly code: string;
  /** English and Polish, as is the title: the gateway knows no language of the caller. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const SIGN_IN = 'Send a valid token or device key. / Wyślij ważny token lub klucz urządzenia.';
const LATER = 'Try again later. / Spróbuj ponownie później.';
const AWAY =
  'Something does not answer. Try again in a moment. / Coś nie odpowiada. Spróbuj za chwilę.';
/** Whom the gateway cannot reach may be throttled, starting or without a service: waiting helps. */
const AWAY_PROBLEM = {
  status: 503,
  code: 'unavailable',
  detail: AWAY,
  headers: { 'Retry-After': `'${RETRY_AFTER}'` },
};

/** By the type that AWS gives to the response. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  UNAUTHORIZED: {
    status: 401,
    code: 'unauthorized',
    detail: SIGN_IN,
    headers: { 'WWW-Authenticate': "'Bearer'" },
  },
  ACCESS_DENIED: {
    status: 403,
    code: 'forbidden',
    detail: 'This is not allowed. / To jest niedozwolone.',
  },
  // The name AWS gives to "no such route"; its own answer would be 403.
  MISSING_AUTHENTICATION_TOKEN: {
    status: 404,
    code: 'not-found',
    detail: 'There is no such address. / Nie ma takiego adresu.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    code: 'too-large',
    detail:
      'This is too much for one request. Files above 4 MB go by a link: POST /api/v2/upload as JSON. / Za dużo jak na jedno żądanie. Pliki powyżej 4 MB wysyła się przez link: POST /api/v2/upload jako JSON.',
  },
  THROTTLED: {
    status: 429,
    code: 'too-many-requests',
    detail: LATER,
    headers: { 'Retry-After': "'1'" },
  },
  QUOTA_EXCEEDED: {
    status: 429,
    code: 'too-many-requests',
    detail: LATER,
    headers: { 'Retry-After': "'60'" },
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    code: 'timeout',
    detail: LATER,
  },
  AUTHORIZER_FAILURE: AWAY_PROBLEM,
  // AWS calls an authorizer that is throttled one that is wrongly configured.
  AUTHORIZER_CONFIGURATION_ERROR: AWAY_PROBLEM,
  INTEGRATION_FAILURE: AWAY_PROBLEM,
  DEFAULT_4XX: {
    status: 400,
    code: 'bad-request',
    detail: 'The request could not be read. / Nie można odczytać żądania.',
  },
  DEFAULT_5XX: AWAY_PROBLEM,
};

/** Errors of the gateway itself look like those of the functions: RFC 9457. */
export function gatewayProblems(): object {
  const responses = Object.entries(PROBLEMS).map(([type, problem]) => [type, responseOf(problem)]);
  return Object.fromEntries(responses);
}

function responseOf({ status, code, detail, headers }: Problem) {
  const problem = {
    type: `urn:foodsave:problem:${code}`,
    title: titleOf(status),
    status,
    detail,
    instance: '$context.path',
    code,
    requestId: '$context.requestId',
  };
  const all = {
    'Content-Type': "'application/problem+json'",
    'Cache-Control': "'no-store'",
    'x-request-id': 'context.requestId',
    ...headers,
  };
  return {
    statusCode: `${status}`,
    responseParameters: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`gatewayresponse.header.${name}`, value]),
    ),
    // API Gateway picks a template by its own default; the header above names what it holds.
    responseTemplates: { 'application/json': JSON.stringify(problem) },
  };
}

function titleOf(status: number): string {
  const title = TITLES[status];
  if (title === undefined) throw new Error(`no title of status ${status}`);
  return `${title.en} / ${title.pl}`;
}

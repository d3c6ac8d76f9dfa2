import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { RETRY_AFTER } from '#shared/errors/service-away.ts';
import { TITLES } from '#shared/errors/titles.ts';

interface Problem {
  readonly id: string;
  readonly type: ResponseType;
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

const PROBLEMS: readonly Problem[] = [
  {
    id: 'Unauthorized',
    type: ResponseType.UNAUTHORIZED,
    status: 401,
    code: 'unauthorized',
    detail: SIGN_IN,
    headers: { 'WWW-Authenticate': "'Bearer'" },
  },
  {
    id: 'AccessDenied',
    type: ResponseType.ACCESS_DENIED,
    status: 403,
    code: 'forbidden',
    detail: 'This is not allowed. / To jest niedozwolone.',
  },
  {
    // The name AWS gives to "no such route"; its own answer would be 403.
    id: 'NotFound',
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    code: 'not-found',
    detail: 'There is no such address. / Nie ma takiego adresu.',
  },
  {
    id: 'TooLarge',
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'too-large',
    detail:
      'This is too much for one request. Files above 4 MB go by a link: POST /api/v2/upload as JSON. / Za dużo jak na jedno żądanie. Pliki powyżej 4 MB wysyła się przez link: POST /api/v2/upload jako JSON.',
  },
  {
    id: 'Throttled',
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'too-many-requests',
    detail: LATER,
    headers: { 'Retry-After': "'1'" },
  },
  {
    id: 'QuotaExceeded',
    type: ResponseType.QUOTA_EXCEEDED,
    status: 429,
    code: 'too-many-requests',
    detail: LATER,
    headers: { 'Retry-After': "'60'" },
  },
  {
    id: 'Timeout',
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    code: 'timeout',
    detail: LATER,
  },
  { id: 'AuthorizerFailed', type: ResponseType.AUTHORIZER_FAILURE, ...AWAY_PROBLEM },
  // AWS calls an authorizer that is throttled one that is wrongly configured.
  { id: 'AuthorizerAway', type: ResponseType.AUTHORIZER_CONFIGURATION_ERROR, ...AWAY_PROBLEM },
  { id: 'Failed', type: ResponseType.INTEGRATION_FAILURE, ...AWAY_PROBLEM },
  {
    id: 'BadRequest',
    type: ResponseType.DEFAULT_4XX,
    status: 400,
    code: 'bad-request',
    detail: 'The request could not be read. / Nie można odczytać żądania.',
  },
  { id: 'Internal', type: ResponseType.DEFAULT_5XX, ...AWAY_PROBLEM },
];

/** Errors of the gateway itself look like those of the functions: RFC 9457. */
export function addProblemResponses(api: RestApi): void {
  for (const { id, type, status, code, detail, headers } of PROBLEMS) {
    const problem = {
      type: `urn:foodsave:problem:${code}`,
      title: titleOf(status),
      status,
      detail,
      instance: '$context.path',
      code,
      requestId: '$context.requestId',
    };
    api.addGatewayResponse(id, {
      type,
      statusCode: `${status}`,
      responseHeaders: {
        'Content-Type': "'application/problem+json'",
        'Cache-Control': "'no-store'",
        'x-request-id': 'context.requestId',
        ...headers,
      },
      // API Gateway picks a template by its own default; the header above names what it holds.
      templates: { 'application/json': JSON.stringify(problem) },
    });
  }
}

function titleOf(status: number): string {
  const title = TITLES[status];
  if (title === undefined) throw new Error(`no title of status ${status}`);
  return `${title.en} / ${title.pl}`;
}

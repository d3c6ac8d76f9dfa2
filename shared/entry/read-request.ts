import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { acceptedText } from '#shared/schemas/accepted-text.ts';
import { baseUrlOf } from './base-url.ts';
import { check } from './check.ts';
import type { Exchange, ProxyEvent } from './exchange.ts';
import { parseJson } from './json.ts';
import type { Request } from './request.ts';
import type { Route } from './routes.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_BYTES = Buffer.alloc(0);
const NO_PARAMETERS = z.pipe(
  z.strictObject({}),
  z.transform(() => undefined),
);

/** The request as its handler gets it, fully validated. @throws UserError */
export function readRequest(exchange: Exchange, route: Route): Request {
  const { event, headers, household, locale, requestId } = exchange;
  const bytes = bodyBytes(event);
  const contentType = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const params = readParams(event, route);
  const { query: querySchema, body: bodySchema, scope } = route;
  // Probes and caches add parameters of their own to open addresses.
  const query =
    querySchema === undefined && scope === 'open'
      ? undefined
      : check(querySchema ?? NO_PARAMETERS, queryOf(event), 'query');
  const body =
    bodySchema === undefined || 'media' in bodySchema
      ? undefined
      : readJson({ bytes, contentType }, bodySchema);
  return {
    params,
    query,
    body,
    bytes,
    contentType,
    headers,
    // Open routes have no household; reading it is a bug in the handler, not a fault of the caller.
    get household() {
      if (household === undefined) throw new Error(`${route.operationId} has no household: open`);
      return household;
    },
    locale,
    requestId,
    baseUrl: baseUrlOf(event, headers),
    wants: (media) => (headers.accept ?? '').toLowerCase().includes(media),
  } as Request; // the schemas of the route have just confirmed its types
}

/**
 * The JSON body of a request as parsed by a schema; for `rawBody` routes that also take JSON.
 * @throws UserError `unsupported-type` for another content type, and as parseJson
 */
export function readJson<S extends Schema>(
  request: Pick<Request, 'bytes' | 'contentType'>,
  schema: S,
): z.output<S> {
  const { bytes, contentType } = request;
  if (contentType !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(contentType)) {
    throw new UserError('unsupported-type', 'not-json', {
      pl: 'Oczekiwano treści application/json.',
      en: 'The body must be application/json.',
    });
  }
  return check(schema, parseJson(bytes), 'body');
}

function bodyBytes(event: ProxyEvent): Buffer {
  if (event.body === null || event.body === undefined) return NO_BYTES;
  return Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
}

/** A malformed id is a 404, like any unknown id. */
function readParams(event: ProxyEvent, { params: schema, path }: Route): unknown {
  const given: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(event.pathParameters ?? {})) {
    given[name] = pathText(value);
  }
  if (schema !== undefined) {
    try {
      return check(schema, given, 'query');
    } catch (cause) {
      throw notFound(NO_RESOURCE, cause);
    }
  }
  for (const name in given) {
    if (!path.includes(`{${name}}`)) delete given[name];
    else if (name.endsWith('Id') && !UUID.test(given[name] ?? '')) throw notFound(NO_RESOURCE);
  }
  return given;
}

/** What is no text names nothing. */
function pathText(value: string): string {
  try {
    return acceptedText(value);
  } catch (cause) {
    throw notFound(NO_RESOURCE, cause);
  }
}

const NO_RESOURCE = { pl: 'Nie ma takiego zasobu.', en: 'There is no such thing.' };

function queryOf(event: ProxyEvent): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {})) {
    const [first, ...more] = (values ?? []).map(acceptedText);
    if (first !== undefined) query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
}

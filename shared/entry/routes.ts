import type { Schema } from '#shared/context/schema.ts';
import type { RateClass } from '#shared/limits/rates.ts';
import type { Content } from './content.ts';
import type { ServerEvent } from './reply.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** The scope a caller needs; `open` routes need no credentials. */
export type Scope = 'open' | 'read' | 'write' | 'admin';

export type ReplyHeader = 'etag' | 'location';

/** One route as an endpoint declares it: the handler, the template and the API document read it. */
export interface RouteSpec {
  readonly method: Method;
  /** As API Gateway writes it: `/api/v2/pantry/{lotId}`. */
  readonly path: `/${string}`;
  readonly scope: Scope;
  /** It decides who has access, so a person must be signed in: a device key is refused. */
  readonly signedIn?: true;
  /** One English sentence for the API document. */
  readonly summary: string;
  /** Schema of the path parameters; without it those named `…Id` must be UUIDs. Else: 404. */
  readonly params?: Schema;
  /** Strict. Values are strings (an array when a name is repeated), so numbers need `wholeNumber()`. */
  readonly query?: Schema;
  /** JSON is parsed and validated; `rawBody` is passed on as bytes. */
  readonly body?: Schema | Content;
  /** The reply holds a secret: it is not stored, so repeating its Idempotency-Key is a 409. */
  readonly secret?: true;
  /** Requests of this class are counted, and only so many a minute are taken. */
  readonly limit?: RateClass;
  /** What it does is not in Postgres alone (files, messages, a model), so it cannot be one transaction. */
  readonly outside?: true;
  /** It asks nobody anything, not even to count it: no database, no Redis. */
  readonly isIdle?: true;
  /** Its 200 may also be sent as server-sent events, to a caller that accepts them. */
  readonly streams?: true;
  /**
   * For a POST that streams: its stored reply as the events of the first time, those behind `lastEventId`
   * alone where the caller names one.
   */
  readonly replay?: (reply: unknown, lastEventId: string | undefined) => AsyncIterable<ServerEvent>;
  /** It heeds `Prefer: respond-async`: a 202 at once, and the reply later where `Location` says. */
  readonly later?: true;
  /** By status. */
  readonly replies: Readonly<Record<number, Schema | Content>>;
  /** Other forms of its 200, by media type, for a caller that accepts them. */
  readonly alternatives?: Readonly<Record<string, Schema>>;
  /** Headers of its replies, by status, besides those that every reply has. */
  readonly headers?: Readonly<Record<number, readonly ReplyHeader[]>>;
  /**
   * Codes of its problems by status, besides those of every route of its kind (shared/openapi/problems.ts).
   */
  readonly problems?: Readonly<Record<number, readonly string[]>>;
}

export interface Route extends RouteSpec {
  /** The folder of functions/api/ that answers it. */
  readonly endpoint: string;
  /** The key in the table: `consumeLot`. */
  readonly operationId: string;
}

/** Whether a request may be sent again with its Idempotency-Key. */
export function isRepeatable({ method, scope }: Pick<Route, 'method' | 'scope'>): boolean {
  return method === 'POST' && scope !== 'open';
}

export type Routes<
  Specs extends Readonly<Record<string, RouteSpec>>,
  Endpoint extends string = string,
> = {
  readonly [Name in keyof Specs]: Specs[Name] & Route & { readonly endpoint: Endpoint };
};

/** `const routes = defineRoutes('pantry', { listLots: { method: 'GET', … } })`. */
export function defineRoutes<
  const Endpoint extends string,
  const Specs extends Readonly<Record<string, RouteSpec>>,
>(endpoint: Endpoint, specs: Specs): Routes<Specs, Endpoint> {
  const entries = Object.entries(specs).map(([operationId, spec]) => [
    operationId,
    { ...spec, endpoint, operationId },
  ]);
  return Object.fromEntries(entries);
}

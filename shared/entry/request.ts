import type * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { Schema } from '#shared/context/schema.ts';
import type { RouteSpec } from './routes.ts';

/** The names between braces of a path: `/pantry/{lotId}` → `{ lotId: string }`. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & PathParams<Rest>
  : unknown;

type Parsed<S, Otherwise> = S extends Schema ? z.output<S> : Otherwise;

export interface Request<R extends RouteSpec = RouteSpec> {
  readonly params: R extends { readonly params: infer S extends Schema }
    ? z.output<S>
    : PathParams<R['path']>;
  readonly query: R extends { readonly query: infer S } ? Parsed<S, undefined> : undefined;
  /** The validated JSON; `undefined` for `rawBody` and for routes without a body. */
  readonly body: R extends { readonly body: infer S } ? Parsed<S, undefined> : undefined;
  /** The unparsed body (empty without one). */
  readonly bytes: Buffer;
  /** Lower case, without parameters: `application/json`; empty when there is no Content-Type. */
  readonly contentType: string;
  /** Names in lower case; the last value of a repeated one. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** On `open` routes: throws. */
  readonly household: HouseholdContext;
  readonly locale: Locale;
  readonly requestId: string;
  /** Where the caller reaches the API: `https://…/v`. */
  readonly baseUrl: string;
  /** Whether the Accept header names this media type. */
  wants(media: string): boolean;
}

import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Content } from './content.ts';
import type { RouteSpec } from './routes.ts';

type Headers = Readonly<Record<string, string>>;

/** JSON (or nothing, when `body` is undefined). */
export interface JsonReply<Status extends number = number, Body = unknown> {
  readonly kind: 'json';
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

export interface BytesReply<Status extends number = number> {
  readonly kind: 'bytes';
  readonly status: Status;
  readonly body: Buffer | string;
  readonly headers: Headers;
}

/** One server-sent event; `data` is sent as JSON. */
export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id?: string;
}

export interface EventsReply {
  readonly kind: 'events';
  readonly status: 200;
  readonly body: AsyncIterable<ServerEvent>;
  readonly headers: Headers;
  /** The event after which nothing more is done, with the reply that its Idempotency-Key keeps. */
  readonly kept?: ((event: ServerEvent) => JsonReply | undefined) | undefined;
  /** Called when nobody takes events any more, also while the next one is being made. */
  readonly onGone?: (() => void) | undefined;
}

export type AnyReply = JsonReply | BytesReply | EventsReply;

type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T;

type ReplyWith<Status extends number, S> = S extends Schema
  ? JsonReply<Status, ReadonlyDeep<z.input<S>>>
  : S extends Content
    ? BytesReply<Status> | JsonReply<Status, undefined> | EventsReply
    : never;

/** What the handler of a route may return: a declared status with the body declared for it. */
export type ReplyOf<R extends RouteSpec> =
  | {
      [Status in keyof R['replies'] & number]: ReplyWith<Status, R['replies'][Status]>;
    }[keyof R['replies'] & number]
  | (R extends { readonly streams: true } ? EventsReply : never)
  | (R extends { readonly alternatives: infer Forms extends Readonly<Record<string, Schema>> }
      ? {
          [Media in keyof Forms]: Media extends `text/${string}`
            ? BytesReply<200>
            : ReplyWith<200, Forms[Media]>;
        }[keyof Forms]
      : never);

export function reply<const Status extends number>(status: Status): JsonReply<Status, undefined>;
export function reply<const Status extends number, Body>(
  status: Status,
  body: Body,
  headers?: Headers,
): JsonReply<Status, Body>;
export function reply(status: number, body?: unknown, headers: Headers = {}): JsonReply {
  return { kind: 'json', status, body, headers };
}

/** A body of bytes; `headers` must hold its `content-type`. */
export function bytes<const Status extends number>(
  status: Status,
  body: Buffer | string,
  headers: Headers,
): BytesReply<Status> {
  return { kind: 'bytes', status, body, headers };
}

/**
 * Server-sent events, one per value, with a heartbeat comment every 15 s. When the client disconnects
 * the iterable's `return()` is called, so a generator's `finally` runs.
 */
export function events(
  body: AsyncIterable<ServerEvent>,
  more: Partial<Pick<EventsReply, 'headers' | 'kept' | 'onGone'>> = {},
): EventsReply {
  return { kind: 'events', status: 200, body, headers: {}, ...more };
}

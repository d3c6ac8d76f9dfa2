import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';

export interface ApiReply {
  readonly status: number;
  readonly text: string;
}

/** The API, as one person of one household uses it. */
export interface Api {
  send(method: string, path: string, body?: unknown, type?: string): Promise<ApiReply>;
}

/** @throws Error when the answer is none of success */
export async function read<Reply extends Schema>(
  api: Api,
  reply: Reply,
  [method, path]: readonly [method: string, path: string],
  body?: unknown,
  type?: string,
): Promise<z.output<Reply>> {
  const { status, text } = await api.send(method, path, body, type);
  if (status >= 300) throw new Error(`${method} ${path} → ${status} ${text}`);
  return z.parse(reply, JSON.parse(text));
}

/** The API of a running system. */
export class HttpApi implements Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async send(method: string, path: string, body?: unknown, type = 'application/json') {
    for (;;) {
      const response = await fetch(new URL(path, this.#url), {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          ...(body !== undefined && { 'content-type': type }),
        },
        ...(body !== undefined && { body: bytesOf(body) }),
      });
      const text = await response.text();
      // A script talks faster than a person may.
      if (response.status !== 429) return { status: response.status, text };
      await pause(1000 * Number(response.headers.get('retry-after') ?? '1'));
    }
  }
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
